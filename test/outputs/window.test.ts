// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { separableCost } from '../../src/outputs/window/separable-cost';
import { formulaOf, factsOf } from '../../src/outputs/window/window-formula';
import { firstFilled, placeAround, planesRead, sumOf, termsAt, valueAt } from '../../src/outputs/window/window-terms';
import { showOutput } from '../../src/outputs';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { convolution, pooling, separable } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});
afterEach(() => void vi.useRealTimers());

describe('the terms of an output', () => {
  test('add up to it, in every place of every step', () => {
    for (const step of [convolution, ...separable]) {
      for (let plane = 0; plane < step.output.count; plane++) {
        for (let row = 0; row < step.output.height; row++) {
          for (let column = 0; column < step.output.width; column++) {
            const place = { plane, row, column };
            const sums = planesRead(step, plane).map((channel) => sumOf(termsAt(step, place, channel)));
            const total = sums.reduce((sum, part) => sum + part, step.bias?.[plane] ?? 0);
            expect(valueAt(step.output, place)).toBe(step.activation ? Math.max(0, total) : total);
          }
        }
      }
    }
  });

  test('are zero in the padding and say so', () => {
    const terms = termsAt(convolution, { plane: 0, row: 1, column: 2 }, 0);
    expect(terms.map(({ inside }) => inside)).toEqual([true, false, false, false]);
    expect(terms[0]).toEqual({ row: 1, column: 2, value: 6, weight: 1, inside: true });
    expect(terms[3]).toMatchObject({ row: 2, column: 3, value: 0 });
  });

  test('come from the planes that the output is computed from', () => {
    expect(planesRead(convolution, 0)).toEqual([0, 1]);
    expect([0, 1, 2, 3].map((plane) => planesRead(separable[0] ?? convolution, plane))).toEqual([[0], [0], [1], [1]]);
    expect(planesRead(pooling, 0)).toEqual([0]);
  });

  test('begin at a place where there is something to add up', () => {
    const dark = { ...convolution, input: { ...convolution.input, values: convolution.input.values.map(() => 0) } };
    expect(firstFilled(convolution)).toEqual({ plane: 0, row: 0, column: 0 });
    expect(firstFilled(dark)).toEqual({ plane: 0, row: 0, column: 0 });
    dark.input.values[dark.input.width + 2] = 5;
    expect(firstFilled(dark)).toEqual({ plane: 0, row: 0, column: 1 });
  });

  test('are found from a place of the input', () => {
    expect(placeAround(convolution, 1, 2)).toEqual({ row: 1, column: 2 });
    expect(placeAround(pooling, 0, 9)).toEqual({ row: 0, column: 1 });
  });
});

describe('a formula', () => {
  test('writes out products, channels, bias and activation', () => {
    expect(formulaOf(convolution, { plane: 0, row: 0, column: 0 }, 0)).toEqual([
      '1·1 + 2·(−1) + 4·0 + 5·0 = −1',
      'all input channels: (−1) + 0 = −1',
      'with bias: −1 + 0.5 = −0.5',
      'relu(−0.5) = 0',
    ]);
  });

  test('of a pooling leaves the padding out', () => {
    expect(formulaOf(pooling, { plane: 0, row: 0, column: 1 }, 0)).toEqual(['(3 + 6) / 2 = 4.5']);
    expect(formulaOf({ ...pooling, mode: 'max' }, { plane: 0, row: 0, column: 0 }, 0)[0]).toMatch(
      /^max\(1, 2, 4, 5\) =/,
    );
  });

  test('comes with the facts of its window', () => {
    expect(factsOf(convolution)).toBe('Convolution · window 2 × 2 · stride 1 · padding before|after 0|1');
    expect(factsOf(pooling)).toBe('Average pooling · window 2 × 2 · stride 2 · padding before|after 0|0, 0|1');
  });
});

describe('on the page', () => {
  const show = (steps: typeof separable): { element: HTMLElement; text: (selector: string) => string[] } => {
    const { element } = showOutput({ kind: 'window', steps });
    document.body.append(element);
    const text = (selector: string): string[] => [...element.querySelectorAll(selector)].map((one) => one.textContent);
    return { element, text };
  };
  const press = (target: Element | null | undefined, key: string): void => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };

  test('the arrow keys move the window, and its number is announced', () => {
    const { element, text } = show([convolution]);
    const output = element.querySelectorAll('.rc-plane')[2];
    press(output, 'ArrowRight');
    press(output, 'End');
    press(output, 'ArrowDown');
    expect(text('.rc-readout')).toEqual(['Output [1, 2] = 7.5']);
    expect(text('.rc-window-formula p')[0]).toBe('6·1 + 0·(−1) + 0·0 + 0·0 = 6');
  });

  test('Step goes through all places and begins again', () => {
    const { element, text } = show([pooling]);
    const step = element.querySelector<HTMLButtonElement>('[data-action="step"]');
    const said: string[] = [];
    for (let press = 0; press < 3; press++) {
      step?.click();
      said.push(...text('.rc-readout'));
    }
    expect(said).toEqual(['Output [0, 1] = 4.5', 'Output [0, 0] = 3', 'Output [0, 1] = 4.5']);
  });

  test('Play stops when it is back at the start', () => {
    vi.useFakeTimers();
    const { element, text } = show([pooling]);
    const play = element.querySelector<HTMLButtonElement>('[data-action="play"]');
    play?.click();
    expect([play?.textContent, ...text('.rc-readout')]).toEqual(['Pause', 'Output [0, 1] = 4.5']);
    vi.advanceTimersByTime(500);
    expect([play?.textContent, ...text('.rc-readout')]).toEqual(['Play', 'Output [0, 0] = 3']);
    vi.advanceTimersByTime(5000);
    expect(text('.rc-readout')).toEqual(['Output [0, 0] = 3']);
  });

  test('another output channel shows the input channel it reads', () => {
    const { element, text } = show(separable);
    const choice = element.querySelector('select');
    if (!choice) throw new Error('nothing to choose');
    choice.value = '2';
    choice.dispatchEvent(new Event('change'));
    expect(text('.rc-plane-name').slice(0, 3)).toEqual(['Input 1', 'Kernel', 'Output 2']);
  });

  test('the cost of a separable convolution follows the numbers of channels', () => {
    const { element, text } = show(separable);
    expect(text('tbody td')).toEqual(['16', '16', '8', '8', '24', '24', '16', '16']);
    const [channels, filters] = element.querySelectorAll<HTMLInputElement>('input');
    if (!channels || !filters) throw new Error('nothing to change');
    filters.value = '32';
    filters.dispatchEvent(new Event('input'));
    expect(text('tbody tr:last-child td')[0]).toBe('256');
    channels.value = '0';
    channels.dispatchEvent(new Event('input'));
    expect(text('tbody tr:last-child td')[0]).toBe('256');
  });
});

test('costs are those of the literature', () => {
  // MobileNet's ratio: 1/N + 1/k².
  const costs = separableCost({ window: 9, channels: 64, multiplier: 1, filters: 128, places: 100 });
  expect(costs.separable.weights / costs.plain.weights).toBeCloseTo(1 / 128 + 1 / 9, 12);
  expect(costs.plain).toEqual({ weights: 9 * 64 * 128, work: 9 * 64 * 128 * 100 });
});
