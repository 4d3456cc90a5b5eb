// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { replay } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

function shown(output = replay): { element: HTMLElement; slider: HTMLInputElement; update(next: typeof replay): void } {
  const made = showOutput(output);
  document.body.append(made.element);
  const slider = made.element.querySelector<HTMLInputElement>('input[type="range"]');
  if (!slider) throw new Error('no slider');
  return { element: made.element, slider, update: (next) => made.update(next) };
}
const place = (element: HTMLElement): string | null | undefined =>
  element.querySelector('.rc-replay-place')?.textContent;

test('a replay begins at its end, and the scrubber goes through what was kept', () => {
  const { element, slider } = shown();
  slider.value = '1';
  slider.dispatchEvent(new Event('input'));
  expect(place(element)).toBe('after 1.5 epochs, 30 steps');
  expect(element.querySelector('.rc-histogram')?.textContent).toContain('mean −0.25');
  slider.value = '0';
  slider.dispatchEvent(new Event('input'));
  expect(place(element)).toBe('before training');
  expect(slider.getAttribute('aria-valuetext')).toBe('before training');
  expect(element.textContent).toContain('nothing yet');
});

test('while the model trains the newest moment is shown, without a scrubber', () => {
  const { element, slider, update } = shown({ ...replay, running: true, moments: replay.moments.slice(0, 1) });
  expect(place(element)).toBe('before training');
  update({ ...replay, running: true });
  expect(place(element)).toBe('after 1.5 epochs, 30 steps');
  expect(slider.closest<HTMLElement>('.rc-controls')?.hidden).toBe(true);
  update(replay);
  expect(slider.closest<HTMLElement>('.rc-controls')?.hidden).toBe(false);
  expect(place(element)).toBe('after 1.5 epochs, 30 steps');
});
