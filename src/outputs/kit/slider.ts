import { make } from './make-element';
import type { Part } from './shown';

export interface SliderOf {
  name: string;
  value: number;
  least: number;
  most: number;
  step: number;
  /** The value in words, shown next to the slider and read by screen readers. */
  words(value: number): string;
}

/** A slider with its name and its value in words. */
export function makeSlider(first: SliderOf, move: (value: number) => void): Part<SliderOf> {
  let current = first;
  const input = make('input', { type: 'range', class: 'rc-slider' });
  const words = make('span', { class: 'rc-slider-value', 'aria-hidden': 'true' });
  const name = make('span');
  const element = make('label', { class: 'rc-control' }, name, input, words);
  const tell = (value: number): void => {
    const text = current.words(value);
    words.textContent = text;
    input.setAttribute('aria-valuetext', text);
  };
  input.addEventListener('input', () => {
    tell(Number(input.value));
    move(Number(input.value));
  });
  const update = (next: SliderOf): void => {
    current = next;
    name.textContent = next.name;
    input.min = String(next.least);
    input.max = String(next.most);
    input.step = String(next.step);
    input.value = String(next.value);
    // The exact value: the slider may be at the nearest step.
    tell(next.value);
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}
