import type { Box, Heat, OverlayOutput } from '../../protocol';
import { inPercent, paintHeat } from './heat-ink';
import { make, makeSvg } from '../kit/make-element';
import { makePixelCanvas, makeSheetCanvas, putPixels } from '../kit/pixel-canvas';
import { pictureSize } from '../kit/picture-size';
import { paintPixels } from '../kit/pixels';
import { groundBox } from './unit-field';

interface StageOf {
  output: OverlayOutput;
  /** The visible heat map, if there is one. */
  heat: Heat | undefined;
  /** From 0 to 1. */
  opacity: number;
  /** A frame around these pixels. */
  frame: Box | undefined;
  dark: boolean;
  /** CSS pixels. */
  available: number;
}

export interface OverlayStage {
  readonly element: HTMLElement;
  /** The image itself: what the reader points at. */
  readonly target: HTMLElement;
  draw(stage: StageOf): void;
  /** Image and heat as one picture, twice as large. */
  print(): HTMLCanvasElement;
}

/** Width in CSS pixels at which one image is easy to read. */
const preferred = 336;

/** The image with its heat map and a frame, on a background that shows padding if there is any. */
export function makeOverlayStage(): OverlayStage {
  const [image, heat] = [makePixelCanvas(), makePixelCanvas()];
  heat.classList.add('rc-heat');
  const target = make('div', { class: 'rc-picture', role: 'application', tabindex: 0 }, image, heat);
  const svg = makeSvg('svg', { 'aria-hidden': 'true' });
  const element = make('div', { class: 'rc-stage' }, target, svg);
  let last: StageOf | undefined;
  return {
    element,
    target,
    draw: (stage) => {
      last = stage;
      const { output } = stage;
      const ground = groundBox(output, output.fields);
      const size = pictureSize(ground, (preferred * ground.width) / output.width, stage.available, devicePixelRatio);
      element.style.cssText = `width:${size.width}px;height:${size.height}px`;
      const box = { top: -ground.top, left: -ground.left, width: output.width, height: output.height };
      target.style.cssText = inPercent(box, ground);
      drawImage(image, output, stage.dark);
      drawHeat(heat, stage);
      svg.setAttribute('viewBox', `${ground.left} ${ground.top} ${ground.width} ${ground.height}`);
      svg.replaceChildren(...(stage.frame ? framesOf(stage.frame) : []));
    },
    print: () => {
      const { canvas, context } = makeSheetCanvas(preferred * 2, (preferred * 2 * image.height) / image.width);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      if (!last?.heat) return canvas;
      const { output, heat: shown, opacity } = last;
      const scale = canvas.width / output.width;
      const { left, top, width, height } = shown.box;
      context.globalAlpha = opacity;
      context.drawImage(heat, left * scale, top * scale, width * scale, height * scale);
      return canvas;
    },
  };
}

/** Without an image its area is plain and about as light as the page, so that the heat map is easy to see. */
function drawImage(canvas: HTMLCanvasElement, { image, width, height }: OverlayOutput, dark: boolean): void {
  const grey = (): Uint8ClampedArray<ArrayBuffer> =>
    new Uint8ClampedArray(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : dark ? 40 : 244));
  putPixels(canvas, width, height, image ? paintPixels(image, dark) : grey());
}

function drawHeat(canvas: HTMLCanvasElement, { heat, output, opacity }: StageOf): void {
  canvas.hidden = !heat;
  if (!heat) return;
  putPixels(canvas, heat.columns, heat.rows, paintHeat(heat));
  canvas.style.cssText = `${inPercent(heat.box, output)};opacity:${opacity}`;
}

/** A dark line on a light one, so that it is visible on any picture. */
function framesOf({ left, top, width, height }: Box): SVGElement[] {
  return ['rc-frame-halo', 'rc-frame'].map((name) => makeSvg('rect', { class: name, x: left, y: top, width, height }));
}
