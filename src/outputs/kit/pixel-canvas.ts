import { make } from './make-element';

/** A canvas of one pixel per value; CSS enlarges it with hard edges. */
export function makePixelCanvas(): HTMLCanvasElement {
  return make('canvas', { class: 'rc-pixels', 'aria-hidden': 'true' });
}

/** What draws on a canvas of this size. Without it (a browser out of memory) the canvas stays empty: the numbers can still be read. */
export function pixelContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // Pixels come from memory and never from the GPU: this keeps many small canvases cheap.
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** Puts RGBA bytes on a canvas. */
export function putPixels(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  bytes: Uint8ClampedArray<ArrayBuffer>,
): void {
  pixelContext(canvas, width, height)?.putImageData(new ImageData(bytes, width, height), 0, 0);
}

/** A canvas for a picture that the reader copies or saves, with hard pixel edges. */
export function makeSheetCanvas(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = make('canvas', { width: Math.ceil(width), height: Math.ceil(height) });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('outputs: this browser gives no canvas');
  context.imageSmoothingEnabled = false;
  return { canvas, context };
}
