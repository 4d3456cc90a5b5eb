import { make } from './make-element';
import type { Part } from './shown';

export interface ChoiceOf {
  name: string;
  options: readonly string[];
  chosen: number;
}

/** Longer lists are filled when the reader comes to them: a browser needs a tenth of a second for a thousand options. */
const filledAtOnce = 100;

/** A named list to choose one item from; absent if there is nothing to choose. */
export function makeChoice(first: ChoiceOf, choose: (index: number) => void): Part<ChoiceOf> {
  const select = make('select', { class: 'rc-select' });
  const name = make('span');
  const element = make('label', { class: 'rc-control' }, name, select);
  let now: ChoiceOf = { name: '', options: [], chosen: 0 };
  let filled = false;

  const option = (at: number): HTMLElement => make('option', { value: at }, now.options[at] ?? '');
  const fill = (): void => {
    if (filled) return;
    filled = true;
    select.replaceChildren(...now.options.map((_, at) => option(at)));
    select.value = String(now.chosen);
  };
  // Before the list opens: the press of a pointer or a finger, or the focus of a keyboard or a screen reader.
  for (const sign of ['pointerdown', 'focus']) select.addEventListener(sign, fill);
  select.addEventListener('change', () => choose(Number(select.value)));

  const update = (next: ChoiceOf): void => {
    const { options } = now;
    const same = options.length === next.options.length && next.options.every((text, at) => text === options[at]);
    now = next;
    filled &&= same;
    const long = next.options.length > filledAtOnce;
    if (!long || document.activeElement === select) fill();
    else if (!filled) select.replaceChildren(option(next.chosen));
    select.classList.toggle('rc-long', long);
    name.textContent = next.name;
    select.value = String(next.chosen);
    element.hidden = next.options.length < 2;
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}
