import { setImmediate as nextTurn } from 'node:timers/promises';
import { GlobalRegistrator } from '@happy-dom/global-registrator';
import { useWords } from '../../../src/words';
import { locales, type Locale } from '../../../src/words/locales';
import { chartSize } from './chart-size';
import { useCanvases } from './drawn-canvas';
import { colourFor } from './page-colours';

/** A page in this process for the renderers, without layout and without a window. */
export interface DrawingPage {
  /** What the next outputs are drawn for: the width of their place in CSS pixels, and device pixels per CSS pixel. */
  drawFor(look: { theme: 'light' | 'dark'; width: number; devicePixels: number }): void;
  /** Waits until nothing is left to be drawn. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Rounds without anything to draw after which nothing is expected any more, and rounds after which something is wrong. */
const quietRounds = 5;
const mostRounds = 5000;

/** Opens the page that renderers draw on: only one at a time. */
export async function openDrawingPage(locale: Locale): Promise<DrawingPage> {
  GlobalRegistrator.register({ url: 'http://localhost/', width: 1440, height: 900 });
  useCanvases();
  useWords(locales[locale].words, locale);
  document.documentElement.lang = locales[locale].lang;
  let width = 0;
  let frames = new Map<number, FrameRequestCallback>();
  let frame = 0;
  const replace = (what: object, values: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(what, name, { value, configurable: true, writable: true });
  };
  replace(globalThis, {
    requestAnimationFrame: (act: FrameRequestCallback) => {
      frames.set((frame += 1), act);
      return frame;
    },
    cancelAnimationFrame: (request: number) => void frames.delete(request),
    IntersectionObserver: makeObserver((target) => ({ target, isIntersecting: true })),
    ResizeObserver: makeObserver((target) => ({ target, contentRect: { width: 0, height: 0 } })),
    getComputedStyle: styleOf,
  });
  // A still shows what a reader's browser offers: it has a camera, as far as a page knows before it asks.
  replace(navigator, { mediaDevices: { getUserMedia: () => Promise.reject(new Error('no camera')) } });
  replace(HTMLElement.prototype, {
    getBoundingClientRect(this: HTMLElement) {
      const [wide, high] = chartSize(this, width);
      return new DOMRect(0, 0, wide, high);
    },
  });
  // Loaded with the first output of its kind: here before, so that nothing has to be waited for.
  await Promise.all([import('chart.js'), import('@dagrejs/dagre')]);

  return {
    drawFor(look) {
      width = look.width;
      document.documentElement.dataset.theme = look.theme;
      replace(globalThis, { devicePixelRatio: look.devicePixels });
    },
    async settle() {
      for (let quiet = 0, round = 0; quiet < quietRounds; round += 1) {
        if (round > mostRounds) throw new Error('stills: an output is drawn again and again');
        await nextTurn();
        quiet = frames.size > 0 ? 0 : quiet + 1;
        const now = frames;
        frames = new Map();
        for (const act of now.values()) act(performance.now());
      }
    },
    close: () => GlobalRegistrator.unregister(),
  };
}

/** An observer that reports each element once. */
function makeObserver(entryOf: (target: Element) => object): unknown {
  return function observer(report: (entries: object[]) => void) {
    let on = true;
    return {
      observe: (target: Element) => {
        on = true;
        queueMicrotask(() => on && report([entryOf(target)]));
      },
      unobserve: () => {},
      disconnect: () => void (on = false),
    };
  };
}

/** What renderers read of a style: colours by the name of their property, and the name of the font. */
function styleOf(element: HTMLElement): object {
  return {
    fontFamily: element.classList.contains('rc-numbers') ? 'monospace' : 'sans-serif',
    get color() {
      return colourFor(/var\((--[\w-]+)\)/.exec(element.style.color)?.[1] ?? '--out-ink');
    },
    getPropertyValue: () => '',
  };
}
