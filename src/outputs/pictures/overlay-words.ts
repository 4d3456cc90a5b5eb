import type { Heat, OverlayOutput } from '../../protocol';
import { say } from '../../words';
import { formatNumber } from '../kit/number-format';
import { pixelValues } from '../kit/pixels';
import { heatAt } from './heat-ink';
import { fieldBox } from './unit-field';

/** A description of the picture for readers who cannot see it. */
export function labelOf({ title, width, height }: OverlayOutput): string {
  const label = say('outputs.overlay.label', { width, height });
  return title ? `${title}: ${label}` : label;
}

/** The values of the image and of the heat map at one pixel. */
export function pixelWords({ image }: OverlayOutput, heat: Heat | undefined, row: number, column: number): string {
  const values = image ? pixelValues(image, row, column).map((value) => formatNumber(value)) : [];
  const at = heat && heatAt(heat, row, column);
  return [
    say('outputs.overlay.pixel', { row, column }),
    ...(image ? [say('outputs.overlay.value', { value: values.join(' ') })] : []),
    ...(heat ? [`${heat.name} ${at === undefined ? '–' : formatNumber(at)}`] : []),
  ].join(' · ');
}

/** The pixels that one unit sees. */
export function fieldWords({ fields, height, width }: OverlayOutput, [row, column]: readonly [number, number]): string {
  if (!fields) return '';
  const box = fieldBox(fields, [row, column]);
  const inside = box.top >= 0 && box.left >= 0 && box.top + box.height <= height && box.left + box.width <= width;
  const words = say('outputs.overlay.field', {
    row,
    column,
    rows: `${formatNumber(box.top)} … ${formatNumber(box.top + box.height - 1)}`,
    columns: `${formatNumber(box.left)} … ${formatNumber(box.left + box.width - 1)}`,
  });
  return inside ? words : `${words} ${say('outputs.overlay.padding')}`;
}
