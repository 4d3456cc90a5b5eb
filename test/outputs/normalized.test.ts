// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { barsPath } from '../../src/outputs/chart/histogram';
import { evenReach, movedHistogram, movedMoments, normalizing, scaled } from '../../src/outputs/layer/normalized';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { samples } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

test('normalizing with the batch’s own statistics gives mean 0 and variance 1, up to ε', () => {
  const moments = { mean: 3, variance: 4 };
  expect(movedMoments(moments, normalizing(moments, 0))).toEqual({ mean: 0, variance: 1 });
  expect(movedMoments(moments, normalizing(moments, 1)).variance).toBeCloseTo(0.8, 12);
  // ε stands inside the root.
  expect(normalizing({ mean: 0, variance: 0 }, 0.25).factor).toBe(2);
});

test('γ and β move a histogram; a negative γ turns it around', () => {
  const values = { low: 0, high: 4, counts: [1, 2, 0, 1] };
  const line = scaled(normalizing({ mean: 2, variance: 4 }, 0), -2, 1);
  expect(movedHistogram(values, line)).toEqual({ low: -1, high: 3, counts: [1, 0, 2, 1] });
  expect(movedMoments({ mean: 2, variance: 4 }, line)).toEqual({ mean: 1, variance: 4 });
  expect(movedHistogram(values, { factor: 0, shift: 5 })).toMatchObject({ low: 5, high: 5 });
});

test('an axis is symmetric around zero', () => {
  expect([[0.2], [-3.1, 2], [9, -12], [99]].map(evenReach)).toEqual([2, 4, 20, 100]);
});

test('the tallest bar is as tall as the plot, empty ones are not drawn', () => {
  const path = barsPath({ low: 0, high: 4, counts: [1, 2, 0, 1] }, (value) => value * 25);
  expect(path).toBe('M0 100v-48h25v48zM25 100v-96h25v96zM75 100v-48h25v48z');
});

describe('on the page', () => {
  const put = (): { find(selector: string): HTMLElement; all(selector: string): HTMLElement[] } => {
    const { element } = showOutput(samples['batch-norm']);
    document.body.append(element);
    const all = (selector: string): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(selector)];
    return {
      all,
      find: (selector) => {
        const [found] = all(selector);
        if (!found) throw new Error(`no ${selector}`);
        return found;
      },
    };
  };

  test('opens on the statistics that the cell asks for', () => {
    const { element } = showOutput({ ...samples['batch-norm'], statistics: 'moving' });
    expect(element.querySelector('[data-action=moving]')?.getAttribute('aria-pressed')).toBe('true');
  });

  test('batch against moving statistics: only the first gives mean 0 and deviation 1', () => {
    const { find, all } = put();
    const words = (): string[] => all('.rc-histogram-words').map((one) => one.textContent);
    expect(words()).toEqual([
      'mean 2, standard deviation 2',
      'mean 0, standard deviation 1',
      'mean −1, standard deviation 0.5',
    ]);
    expect(find('.rc-batch-norm-formula').textContent).toBe('y = 0.5 · (x − 2) / √(4 + 0) + (−1)');
    find('[data-action=moving]').click();
    expect(words().slice(1)).toEqual(['mean 2, standard deviation 2', 'mean 0, standard deviation 1']);
    expect(find('[data-action=moving]').getAttribute('aria-pressed')).toBe('true');
  });

  test('the sliders set γ and β, and go back to the layer’s own', () => {
    const { find, all } = put();
    const [gamma] = all('input[type=range]') as HTMLInputElement[];
    if (!gamma) throw new Error('no slider');
    gamma.value = '2';
    gamma.dispatchEvent(new Event('input'));
    expect(all('.rc-histogram-words')[2]?.textContent).toBe('mean −1, standard deviation 2');
    find('[data-action=own]').click();
    expect(gamma.value).toBe('0.5');
  });

  test('the arrow keys read the bars', () => {
    const { find } = put();
    const bins = find('.rc-histogram-bins');
    bins.focus();
    bins.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    expect(find('.rc-readout').textContent).toBe('x: what comes in · 1 to 2: 2');
  });
});
