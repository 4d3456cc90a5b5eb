import type { Histogram, Moments } from '../../protocol';
import { say } from '../../words';
import { readByHand } from '../kit/grid-reader';
import { make, makeSvg } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import type { Part } from '../kit/shown';

export interface HistogramOf {
  name: string;
  values: Histogram;
  moments: Moments;
  /** The ends of the axis. */
  axis: readonly [number, number];
  /** What is said of the bin that the reader points at. */
  onRead(text: string): void;
}

/** A histogram with its mean and standard deviation; pointing or the arrow keys read its bins. */
export function makeHistogram(first: HistogramOf): Part<HistogramOf> {
  let current = first;
  const svg = makeSvg('svg', { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const bins = make('div', { class: 'rc-histogram-bins', role: 'application', tabindex: 0 });
  const plot = make('div', { class: 'rc-histogram-plot' }, bins);
  plot.prepend(svg);
  const name = make('div', { class: 'rc-histogram-name' });
  const words = make('div', { class: 'rc-histogram-words' });
  const [low, middle, high] = [make('span'), make('span'), make('span')];
  const axis = make('div', { class: 'rc-histogram-axis', 'aria-hidden': 'true' }, low, middle, high);
  const element = make('div', { class: 'rc-histogram' }, name, plot, axis, words);
  const reader = readByHand(
    bins,
    () => ({ rows: 1, columns: current.values.counts.length }),
    ({ column }) => current.onRead(`${current.name} · ${binWords(current.values, column)}`),
  );
  const update = (next: HistogramOf): void => {
    current = next;
    const { values, moments, axis: ends } = next;
    const place = (value: number): number => ((value - ends[0]) / (ends[1] - ends[0])) * 100;
    const deviation = Math.sqrt(moments.variance);
    const [mean, from, to] = [moments.mean, moments.mean - deviation, moments.mean + deviation].map(place);
    svg.replaceChildren(
      makeSvg('rect', { class: 'rc-histogram-band', x: from ?? 0, y: 0, width: Math.max(0, (to ?? 0) - (from ?? 0)), height: 100 }), // prettier-ignore
      makeSvg('path', { class: 'rc-histogram-bars', d: barsPath(values, place) }),
      ...(ends[0] <= 0 && ends[1] >= 0
        ? [makeSvg('path', { class: 'rc-histogram-zero', d: `M${place(0)} 0V100` })]
        : []),
      makeSvg('path', { class: 'rc-histogram-mean', d: `M${mean} 0V100` }),
    );
    const [left, right] = [place(values.low), place(values.high)];
    bins.style.cssText = `left:${left}%;width:${Math.max(0.5, right - left)}%`;
    name.textContent = next.name;
    const facts = say('outputs.histogram.moments', { mean: formatNumber(moments.mean, 3), deviation: formatNumber(deviation, 3) }); // prettier-ignore
    words.textContent = facts;
    bins.setAttribute('aria-label', `${next.name}: ${facts}. ${say('outputs.histogram.label')}`);
    low.textContent = formatNumber(ends[0], 3);
    high.textContent = formatNumber(ends[1], 3);
    const centred = ends[0] < 0 && ends[1] > 0;
    middle.textContent = centred ? '0' : '';
    middle.style.left = `${place(0)}%`;
    reader.refresh();
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}

/** Bars from the bottom up; the largest bin is as tall as the plot. Very narrow bins stay visible. */
export function barsPath({ low, high, counts }: Histogram, place: (value: number) => number): string {
  const most = Math.max(...counts, 1);
  const step = (high - low) / counts.length;
  const bars = counts.map((count, bin) => {
    if (count === 0) return '';
    const [left, right] = [place(low + bin * step), place(low + (bin + 1) * step)];
    const width = Math.max(0.4, right - left);
    const height = (count / most) * 96;
    return `M${round(left)} 100v${-round(height)}h${round(width)}v${round(height)}z`;
  });
  return bars.join('');
}

function binWords({ low, high, counts }: Histogram, bin: number): string {
  const step = (high - low) / counts.length;
  return say('outputs.histogram.bin', {
    from: formatNumber(low + bin * step, 3),
    to: formatNumber(low + (bin + 1) * step, 3),
    count: counts[bin] ?? 0,
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
