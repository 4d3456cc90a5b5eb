import { drawnOn } from './drawn-canvas';
import { addPicture, type Pictures } from './pictures';
import { svgOf } from './svg-marks';

/**
 * What stands for a canvas in a still: an SVG where it was drawn with lines and texts, otherwise the place of a picture, whose name is in
 * `data-picture`; nothing for an empty canvas.
 */
export function standInFor(canvas: HTMLCanvasElement, pictures: Pictures): Element | undefined {
  const drawn = drawnOn(canvas);
  if (!drawn) return undefined;
  const isChart = canvas.closest('.rc-chart-picture') !== null;
  if (isChart || drawn.marks.some(({ kind }) => kind === 'text')) {
    const svg = svgOf(drawn.marks, drawn.width / devicePixelRatio, drawn.height / devicePixelRatio);
    copyAttributes(canvas, svg, isChart ? ['role', 'aria-label'] : ['style', 'aria-hidden']);
    svg.classList.add(...canvas.classList);
    return svg;
  }
  const place = document.createElement('span');
  copyAttributes(canvas, place, ['class', 'style', 'role', 'aria-label']);
  place.classList.add('rc-cut');
  place.dataset.picture = addPicture(pictures, drawn);
  return place;
}

function copyAttributes(from: Element, to: Element, names: readonly string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
}
