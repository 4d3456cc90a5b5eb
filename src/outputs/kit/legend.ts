import { say } from '../../words';
import { make } from './make-element';
import { formatNumber } from './number-format';
import { gradientOf, type NumberScale } from './palette';
import type { Part } from './shown';
import { isDark } from './theme';

export interface LegendOf {
  scale: NumberScale;
  range: readonly [number, number];
  /** How many values are not numbers. */
  broken: number;
}

/** The colour scale with its two ends (and zero between them where the scale diverges). `update` redraws for a new theme too. */
export function makeLegend(input: LegendOf): Part<LegendOf> {
  const low = make('span');
  const high = make('span');
  const bar = make('span', { class: 'rc-legend-bar', 'aria-hidden': 'true' });
  const broken = make('span', { class: 'rc-legend-broken' });
  const element = make('span', { class: 'rc-legend' }, low, bar, high, broken);
  const update = ({ scale, range, broken: count }: LegendOf): void => {
    const end = Math.max(Math.abs(range[0]), Math.abs(range[1]));
    const [from, to] = scale === 'diverging' ? [-end, end] : range;
    low.textContent = formatNumber(from, 3);
    high.textContent = formatNumber(to, 3);
    bar.style.backgroundImage = gradientOf(scale, isDark());
    bar.classList.toggle('rc-legend-zero', scale === 'diverging');
    broken.textContent = count > 0 ? say('outputs.legend.broken', { count }) : '';
    broken.hidden = count === 0;
  };
  update(input);
  return { element, update, remove: () => element.remove() };
}
