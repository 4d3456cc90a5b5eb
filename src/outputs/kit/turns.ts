/** Milliseconds of a frame that drawing may take; the rest is left to the reader's clicks and keys. */
const budget = 12;
/** A frame at sixty a second. */
const frameTime = 16;

const waiting = new Set<() => void>();
let spent = 0;
let since = -Infinity;
let frame: number | undefined;

/**
 * Calls `draw` now if this frame has time left, otherwise in one of the next frames, after all that asked before. However much asks to be
 * drawn, the page goes on answering. All outputs share the turns, because they share a thread. Returns a function that takes the call back.
 */
export function inTurn(draw: () => void): () => void {
  const own = (): void => draw();
  waiting.add(own);
  work();
  return () => {
    waiting.delete(own);
    if (waiting.size > 0 || frame === undefined) return;
    cancelAnimationFrame(frame);
    frame = undefined;
  };
}

function work(): void {
  const now = performance.now();
  if (now - since >= frameTime) [since, spent] = [now, 0];
  for (const draw of waiting) {
    if (spent >= budget) break;
    waiting.delete(draw);
    const start = performance.now();
    try {
      draw();
    } finally {
      spent += performance.now() - start;
    }
  }
  if (waiting.size === 0 || frame !== undefined) return;
  frame = requestAnimationFrame(() => {
    frame = undefined;
    since = -Infinity;
    work();
  });
}
