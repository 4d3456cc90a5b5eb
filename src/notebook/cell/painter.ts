/** Milliseconds between two updates of the running cell's clock. */
const tick = 200;

/**
 * Returns a function that asks for `draw`. It draws at most once a frame, however often it is asked, so that the page stays responsive
 * under a flood of messages. While `isRunning`, it goes on drawing for the sake of the clock.
 */
export function createPainter(draw: (now: number) => void, isRunning: () => boolean): () => void {
  let frame = 0;
  let clock: ReturnType<typeof setInterval> | undefined;

  return function paint() {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(performance.now());
      if (isRunning()) clock ??= setInterval(paint, tick);
      else {
        clearInterval(clock);
        clock = undefined;
      }
    });
  };
}
