import type { Part } from './shown';
import { inTurn } from './turns';
import { onThemeChange } from './theme';

/** CSS pixels: the width that an output is drawn for where nobody knows its place. */
const usualWidth = 640;
let placeWidth = usualWidth;

/** Draws outputs for a place of that width in CSS pixels; 0 is a place that is hidden. */
export function drawForWidth<Drawn>(width: number, draw: () => Drawn): Drawn {
  placeWidth = width || usualWidth;
  try {
    return draw();
  } finally {
    placeWidth = usualWidth;
  }
}

/**
 * The lifetime of an output (or of a part that comes and goes during it): everything it uses beyond its own elements. All of
 * it ends with `remove()` of what `shown` returns. Listeners on an output's own elements need no lifetime: they go with them.
 */
export interface OnPage {
  /** CSS pixels: the width to draw for before the page has laid the output out. */
  readonly width: number;
  /** Aborted by `remove()`; for listeners on the document or the window, and for work that waits. */
  readonly signal: AbortSignal;
  /** Calls `end` when the output is removed. */
  onRemove(end: () => void): void;
  /** Removes `part` together with the output; returns it. */
  keep<P extends { remove(): void }>(part: P): P;
  /** Disconnects `observer` when the output is removed; returns it. */
  observe<O extends { disconnect(): void }>(observer: O): O;
  /** Calls `redraw` at each change of the theme and of the screen's pixels, and before and after printing. */
  onTheme(redraw: () => void): void;
  /** Calls `fit` with the width of `box`, in CSS pixels, in its turn, whenever it is another than the last, at first `width`. */
  fit(box: HTMLElement, fit: (width: number) => void): void;
  /** Calls `act` now if the frame has time left for drawing, otherwise in one of the next. */
  inTurn(act: () => void): void;
  /** Calls `act` before the next repaint. */
  nextFrame(act: () => void): void;
  /** Calls `act` once after that many milliseconds. Returns a function that cancels it. */
  after(milliseconds: number, act: () => void): () => void;
  /** Calls `act` at that interval in milliseconds. Returns a function that ends it. */
  every(milliseconds: number, act: () => void): () => void;
  /** What a renderer returns: its element, its update, and a `remove()` that takes the element away and ends the lifetime. */
  shown<Input>(element: HTMLElement, update: (input: Input) => void): Part<Input>;
}

/** Begins the lifetime of an output. */
export function onPage(): OnPage {
  const life = new AbortController();
  const width = placeWidth;
  const { signal } = life;
  /** Runs `end` only once: at removal, or earlier by the returned function. */
  const hold = (end: () => void): (() => void) => {
    signal.addEventListener('abort', end, { once: true });
    return () => {
      signal.removeEventListener('abort', end);
      end();
    };
  };
  const observe: OnPage['observe'] = (observer) => {
    hold(() => observer.disconnect());
    return observer;
  };
  const inOwnTurn: OnPage['inTurn'] = (act) => {
    if (signal.aborted) return;
    let ended = false;
    const takeBack = inTurn(() => {
      ended = true;
      if (!signal.aborted) act();
    });
    if (!ended) hold(takeBack);
  };
  return {
    width,
    signal,
    onRemove: (end) => void hold(end),
    keep(part) {
      hold(() => part.remove());
      return part;
    },
    observe,
    onTheme: (redraw) => onThemeChange(redraw, signal),
    fit(box, fit) {
      let last = width;
      let waits = false;
      const resized = new ResizeObserver(() => {
        const now = box.clientWidth;
        if (now === 0 || now === last) return;
        last = now;
        if (waits) return;
        waits = true;
        inOwnTurn(() => {
          waits = false;
          fit(last);
        });
      });
      observe(resized).observe(box);
    },
    inTurn: inOwnTurn,
    nextFrame(act) {
      if (signal.aborted) return;
      const request = requestAnimationFrame(() => {
        done();
        act();
      });
      const done = hold(() => cancelAnimationFrame(request));
    },
    after(milliseconds, act) {
      if (signal.aborted) return () => {};
      const timer = setTimeout(() => {
        done();
        act();
      }, milliseconds);
      const done = hold(() => clearTimeout(timer));
      return done;
    },
    every(milliseconds, act) {
      if (signal.aborted) return () => {};
      const timer = setInterval(act, milliseconds);
      return hold(() => clearInterval(timer));
    },
    shown: (element, update) => ({
      element,
      update,
      remove() {
        life.abort();
        element.remove();
      },
    }),
  };
}
