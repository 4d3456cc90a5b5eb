import { heatGradient } from './heat-ink';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import type { Part } from '../kit/shown';

export interface HeatLegendOf {
  range: readonly [number, number];
  /** From 0 to 1. */
  opacity: number;
}

/** The scale of a heat map on black and on white, as it is drawn over the picture. */
export function makeHeatLegend(first: HeatLegendOf): Part<HeatLegendOf> {
  const [low, high] = [make('span'), make('span')];
  const ink = make('span', { class: 'rc-heat-ink' });
  const bar = make('span', { class: 'rc-legend-bar rc-heat-bar', 'aria-hidden': 'true' }, ink);
  const element = make('span', { class: 'rc-legend' }, low, bar, high);
  const update = ({ range, opacity }: HeatLegendOf): void => {
    low.textContent = formatNumber(range[0], 3);
    high.textContent = formatNumber(range[1], 3);
    ink.style.cssText = `background-image:${heatGradient(range[0] < 0)};opacity:${opacity}`;
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}
