import { say, type PlainKey } from '../../words';
import { make } from '../kit/make-element';
import type { Part } from '../kit/shown';

export interface ChoiceOf {
  planes: readonly number[];
  chosen: number;
}

/** A named list to choose one of several planes; absent if there is nothing to choose. */
export function planeChooser(name: PlainKey, choose: (plane: number) => void): Part<ChoiceOf> {
  const select = make('select', { class: 'rc-choice' });
  const element = make('label', { class: 'rc-chooser' }, `${say(name)} `, select);
  let offered = '';
  select.addEventListener('change', () => choose(Number(select.value)));
  return {
    element,
    update({ planes, chosen }) {
      const offer = planes.join();
      if (offer !== offered)
        select.replaceChildren(...planes.map((plane) => make('option', { value: plane }, String(plane))));
      offered = offer;
      select.value = String(chosen);
      element.hidden = planes.length < 2;
    },
    remove: () => element.remove(),
  };
}
