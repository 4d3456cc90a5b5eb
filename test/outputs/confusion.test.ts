// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { asHeatMaps, recalls, rowTotals } from '../../src/outputs/pictures/confusion-rates';
import { percent } from '../../src/outputs/pictures/guess-card';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { confusion } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

test('rates of a confusion matrix are shares of its rows; a class that does not occur has none', () => {
  expect(rowTotals(confusion)).toEqual([10, 10, 0]);
  expect(recalls(confusion)).toEqual([0.8, 0.9, NaN]);
  const { counts, shares } = asHeatMaps(confusion);
  expect([...counts.values]).toEqual(confusion.counts);
  expect([...shares.values.slice(0, 3)]).toEqual([0.8, 0.2, 0].map(Math.fround));
  expect([...shares.values.slice(6)]).toEqual([0, 0, 0]);
});

test('a small share is not rounded to 0 %, nor one close to 1 to 100 %', () => {
  expect([0, 0.001, 0.01, 0.5, 0.994, 0.999, 1].map(percent)).toEqual(['0 %', '< 1 %', '1 %', '50 %', '99 %', '> 99 %', '100 %']); // prettier-ignore
});

describe('on the page', () => {
  const put = (): { find(selector: string): HTMLElement; press(key: string): void; text(): string } => {
    const { element } = showOutput(confusion);
    document.body.append(element);
    const find = (selector: string): HTMLElement => {
      const found = element.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    };
    const press = (key: string): void => {
      find('.rc-cells').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    };
    find('.rc-cells').focus();
    return { find, press, text: () => find('.rc-foot .rc-readout').textContent };
  };

  test('the arrow keys say what a cell means', () => {
    const { press, text } = put();
    expect(text()).toBe('truly shirt, recognized: 8 of 10 (80 %)');
    press('ArrowRight');
    expect(text()).toBe('truly shirt, taken for coat: 2 of 10 (20 %)');
    press('ArrowDown');
    press('ArrowDown');
    expect(text()).toBe('bag does not occur');
  });

  test('Enter shows the pictures of a cell, Escape hides them', () => {
    const { find, press } = put();
    expect(find('.rc-shelf').hidden).toBe(true);
    press('ArrowRight');
    press('Enter');
    expect(find('.rc-shelf').hidden).toBe(false);
    expect(find('.rc-shelf [role=status]').textContent).toBe('truly shirt, taken for coat: 2 of 2, the surest first');
    const titles = [...find('.rc-shelf').querySelectorAll('.rc-picture-title span')].map((one) => one.textContent);
    expect(titles).toEqual(['#4 · 75 %', '#9 · 50 %']);
    press('ArrowRight');
    press(' ');
    expect(find('.rc-shelf [role=status]').textContent).toBe('truly shirt, taken for bag: none');
    expect(find('.rc-shelf').querySelector('canvas')).toBeNull();
    press('Escape');
    expect(find('.rc-shelf').hidden).toBe(true);
  });

  test('a click shows the cell under the pointer, and it is framed', () => {
    const { find } = put();
    const cells = find('.rc-cells');
    cells.getBoundingClientRect = () => new DOMRect(0, 0, 90, 90);
    cells.dispatchEvent(new PointerEvent('pointerdown', { clientX: 40, clientY: 10, bubbles: true }));
    cells.click();
    expect(find('.rc-shelf [role=status]').textContent).toMatch(/^truly shirt, taken for coat/);
    expect(find('.rc-cell-chosen').style.top).toBe('0px');
    find('[data-action=close]').click();
    expect(find('.rc-shelf').hidden).toBe(true);
    expect(document.activeElement).toBe(cells);
  });
});
