import { showOutput } from '../../../src/outputs';
import type { Output } from '../../../src/protocol';
import { putToRest } from './at-rest';
import { standInFor } from './canvas-stand-in';
import type { DrawingPage } from './drawing-page';
import type { Pictures } from './pictures';

/** Where an output is drawn. */
export interface Place {
  theme: 'light' | 'dark';
  /** CSS pixels. */
  width: number;
  /** For each CSS pixel; 1 if it is left out. */
  devicePixels?: number;
}

/** Networks put their maps on a canvas of device pixels: as fine as most screens. */
const finePixels = 2;

/** An output as it looks when it has just been drawn, as static markup. */
export async function drawLook(
  page: DrawingPage,
  output: Output,
  { theme, width, devicePixels = 1 }: Place,
  pictures: Pictures,
): Promise<Element> {
  page.drawFor({ theme, width, devicePixels: output.kind === 'network' ? finePixels : devicePixels });
  const shown = showOutput(output, width);
  document.body.append(shown.element);
  await page.settle();
  const { element } = shown;
  if (element.querySelector('.rc-chart-picture > p') || element.querySelector('.rc-graph-box-scroll:empty'))
    throw new Error(`stills: the ${output.kind} is not drawn to its end`);
  const still = element.cloneNode(true) as Element;
  const copies = still.querySelectorAll('canvas');
  element.querySelectorAll('canvas').forEach((canvas, at) => {
    const standIn = standInFor(canvas, pictures);
    if (standIn) copies[at]?.replaceWith(standIn);
    else copies[at]?.remove();
  });
  copyState(element, still);
  putToRest(still);
  shown.remove();
  return still;
}

/** What was chosen, which a copy forgets. */
function copyState(from: Element, to: Element): void {
  const all = (root: Element): NodeListOf<HTMLInputElement | HTMLSelectElement> =>
    root.querySelectorAll('input, select');
  const copies = all(to);
  all(from).forEach((control, at) => {
    const copy = copies[at];
    if (!copy) return;
    copy.value = control.value;
    if (control instanceof HTMLInputElement && copy instanceof HTMLInputElement) copy.checked = control.checked;
  });
}
