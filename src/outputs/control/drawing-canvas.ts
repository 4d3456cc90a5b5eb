import type { ControlPicture } from '../../protocol';
import { make } from '../kit/make-element';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import { greyBytes } from './grey-bytes';

/** A canvas that the pointer draws on, white on black. */
export interface DrawingCanvas {
  readonly element: HTMLCanvasElement;
  /** A stroke is in progress. */
  isBusy(): boolean;
  wipe(): void;
  put(picture: ControlPicture): void;
  /** What is drawn, as a picture of the requested size; nothing if the browser provides no canvas. */
  read(): ControlPicture | undefined;
}

/** Strokes are drawn this much larger than the picture, so that its pixels get soft edges like those of scanned digits. */
const fine = 8;
/** Milliseconds between two pictures of an unfinished stroke. */
const pause = 120;
/** Width of a stroke as a fraction of the canvas's width. */
const strokeWidth = 1 / 13;

/**
 * @param size pixels of the picture's sides
 * @param drawn is called during a stroke and at its end
 */
export function makeDrawingCanvas(size: number, label: string, drawn: () => void): DrawingCanvas {
  const element = make('canvas', { class: 'rc-pad', width: size * fine, height: size * fine, role: 'img' });
  element.setAttribute('aria-label', label);
  const context = element.getContext('2d', { willReadFrequently: true });
  let busy = false;
  let toldAt = 0;

  const tell = (): void => {
    toldAt = performance.now();
    drawn();
  };
  const placeOf = (event: PointerEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    const scale = element.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };
  element.addEventListener('pointerdown', (event) => {
    if (!context || event.button !== 0) return;
    event.preventDefault();
    capture(element, event);
    busy = true;
    const lineWidth = element.width * strokeWidth;
    Object.assign(context, { strokeStyle: '#fff', lineCap: 'round', lineJoin: 'round', lineWidth });
    context.beginPath();
    const [x, y] = placeOf(event);
    context.moveTo(x, y);
    context.lineTo(x + 0.1, y);
    context.stroke();
  });
  element.addEventListener('pointermove', (event) => {
    if (!busy || !context) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const one of between.length > 0 ? between : [event]) context.lineTo(...placeOf(one));
    context.stroke();
    if (performance.now() - toldAt > pause) tell();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(end, () => {
      if (busy) tell();
      busy = false;
    });
  }

  return {
    element,
    isBusy: () => busy,
    wipe() {
      if (!context) return;
      context.fillStyle = '#000';
      context.fillRect(0, 0, element.width, element.height);
    },
    put(picture) {
      const small = makePixelCanvas();
      putPixels(small, picture.width, picture.height, greyBytes(picture));
      context?.drawImage(small, 0, 0, element.width, element.height);
    },
    read() {
      if (!context) return undefined;
      const { data } = context.getImageData(0, 0, element.width, element.height);
      return { width: size, height: size, channels: 1, values: shrink(data, size) };
    },
  };
}

/** The canvas gets the whole stroke, wherever it leads. One that another element has passed on may have ended already. */
function capture(element: HTMLCanvasElement, { pointerId }: PointerEvent): void {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // Then there is nothing left to capture.
  }
}

/** The red channel of a picture with sides of `size · fine` pixels, averaged over squares of `fine` × `fine`. */
export function shrink(rgba: Uint8ClampedArray, size: number): Uint8Array {
  const values = new Uint8Array(size * size);
  const wide = size * fine;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let dy = 0; dy < fine; dy++) {
        for (let dx = 0; dx < fine; dx++) sum += rgba[((y * fine + dy) * wide + x * fine + dx) * 4] ?? 0;
      }
      values[y * size + x] = Math.round(sum / (fine * fine));
    }
  }
  return values;
}
