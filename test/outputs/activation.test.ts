// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { layoutCurve, linePath, ticksBetween } from '../../src/outputs/layer/curve-layout';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { samples } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

test('ticks are round numbers with zero among them', () => {
  expect(ticksBetween(-5, 5)).toEqual([-4, -2, 0, 2, 4]);
  expect(ticksBetween(-0.1, 1.1)).toEqual([-0, 0.5, 1].map((value) => value + 0));
});

test('a curve is inside its plane, the largest value at the top', () => {
  const [xs, ys] = [Float32Array.from([-1, 0, 1]), Float32Array.from([0, 0, 2])];
  const layout = layoutCurve(xs, [ys], 300);
  expect(layout.x(-1)).toBe(34);
  expect(layout.x(1)).toBe(288);
  expect(layout.y(2)).toBeGreaterThan(10);
  expect(layout.y(2)).toBeLessThan(layout.y(1));
  expect(layout.y(0)).toBeLessThan(layout.height - 22);
  expect(linePath(layout, xs, ys)).toMatch(/^M34 [\d.]+L161 [\d.]+L288 [\d.]+$/);
});

test('the arrow keys move along the curve and read value and slope', () => {
  const { element } = showOutput(samples.activation);
  document.body.append(element);
  const target = element.querySelector<HTMLElement>('.rc-curve-target');
  target?.focus();
  expect(element.querySelector('.rc-readout')?.textContent).toBe('x = 1: value 1, slope 1');
  target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
  expect(element.querySelector('.rc-readout')?.textContent).toBe('x = −1: value 0, slope 0');
  expect(element.querySelectorAll('.rc-curve-marks circle')).toHaveLength(2);
  target?.blur();
  expect(element.querySelectorAll('.rc-curve-marks circle')).toHaveLength(0);
});

test('maps before and after are shown, and removed by an update that has none', () => {
  const shown = showOutput(samples.activation);
  const titles = (): (string | null)[] => [...shown.element.querySelectorAll('.rc-activation-maps .rc-title')].map((one) => one.textContent); // prettier-ignore
  expect(titles()).toEqual(['before relu', 'after relu']);
  shown.update({ ...samples.activation, maps: [] });
  expect(titles()).toEqual([]);
});
