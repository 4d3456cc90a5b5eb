import { make } from './make-element';
import type { Part } from './shown';

export interface ChoiceOf {
  name: string;
  options: readonly string[];
  chosen: number;
}

/** A named list to choose one item from; absent if there is nothing to choose. */
export function makeChoice(first: ChoiceOf, choose: (index: number) => void): Part<ChoiceOf> {
  const select = make('select', { class: 'rc-select' });
  const name = make('span');
  const element = make('label', { class: 'rc-control' }, name, select);
  let offered: readonly string[] = [];
  select.addEventListener('change', () => choose(select.selectedIndex));
  const update = (next: ChoiceOf): void => {
    const same = offered.length === next.options.length && next.options.every((text, at) => text === offered[at]);
    if (!same) select.replaceChildren(...next.options.map((text, at) => make('option', { value: at }, text)));
    offered = next.options;
    name.textContent = next.name;
    select.value = String(next.chosen);
    element.hidden = next.options.length < 2;
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}
