import { createCanvas, ImageData as CanvasImageData, type Canvas } from '@napi-rs/canvas';
import type { Mark } from './marks';
import { recordingContext, type Ground } from './recording-context';

/** What an output has drawn on one of its canvases: pixels, and the marks that lines and texts were made of. */
export interface DrawnCanvas {
  width: number;
  height: number;
  marks: readonly Mark[];
  /** RGBA. */
  pixels: Uint8ClampedArray;
}

interface Drawing {
  canvas: Canvas;
  ground: Ground;
  context?: CanvasRenderingContext2D;
}

const drawings = new WeakMap<HTMLCanvasElement, Drawing>();

/** What was drawn on a canvas; nothing where it was never drawn on, or has no size. */
export function drawnOn(element: HTMLCanvasElement): DrawnCanvas | undefined {
  const drawing = drawings.get(element);
  const { width, height } = element;
  if (!drawing || width === 0 || height === 0) return undefined;
  const { raster, marks } = drawing.ground;
  return { width, height, marks, pixels: raster.getImageData(0, 0, width, height).data };
}

/** Gives the canvases of this page pixels. */
export function useCanvases(): void {
  const { prototype } = HTMLCanvasElement;
  for (const [side, usual] of [
    ['width', 300],
    ['height', 150],
  ] as const)
    Object.defineProperty(prototype, side, {
      get(this: HTMLCanvasElement) {
        return Number(this.getAttribute(side) ?? usual);
      },
      // A canvas that is given a size, even the one it has, is empty again.
      set(this: HTMLCanvasElement, value: number) {
        this.setAttribute(side, String(Math.max(0, Math.floor(value))));
        const drawing = drawings.get(this);
        if (drawing) Object.assign(drawing, blank(this));
      },
    });
  Object.defineProperty(prototype, 'getContext', {
    value(this: HTMLCanvasElement) {
      const drawing: Drawing = drawings.get(this) ?? blank(this);
      drawings.set(this, drawing);
      drawing.context ??= recordingContext(
        this,
        () => drawing.ground,
        (source) => drawings.get(source)?.canvas,
      );
      return drawing.context;
    },
  });
  Object.assign(globalThis, { ImageData: CanvasImageData });
}

function blank({ width, height }: HTMLCanvasElement): Drawing {
  const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
  return { canvas, ground: { raster: canvas.getContext('2d'), marks: [] } };
}
