/** Milliseconds of a frame that drawing may take; the rest is left to the reader's clicks and keys. */
const budget = 12;

const waiting = new Set<() => void>();
/** What drawing has taken since the frame began. */
let spent = 0;
let frame: number | undefined;
let drawing = false;

/**
 * Calls `draw` now if this frame has time left, otherwise in one of the next frames, after all that asked before. However much asks to be
 * drawn, the page goes on answering. All outputs share the turns, because they share a thread. Returns a function that takes the call back.
 */
export function inTurn(draw: () => void): () => void {
  const own = (): void => draw();
  waiting.add(own);
  work();
  return () => void waiting.delete(own);
}

function work(): void {
  // Only a new frame brings new time: what observers of sizes ask for within one belongs to it, however long it lasts.
  frame ??= requestAnimationFrame(() => {
    frame = undefined;
    spent = 0;
    if (waiting.size > 0) work();
  });
  // What is asked for while something is drawn comes after it: its time is not known before.
  if (drawing) return;
  for (const draw of waiting) {
    if (spent >= budget) break;
    waiting.delete(draw);
    const start = performance.now();
    drawing = true;
    try {
      draw();
    } finally {
      drawing = false;
      spent += performance.now() - start;
    }
  }
}
