import type { MoreOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { formatCount } from '../kit/number-format';
import type { Shown } from '../kit/shown';

/** How many outputs were kept back, and a button that asks the notebook for the next (`show-more`, which bubbles). */
export function showMore(output: MoreOutput): Shown<'more'> {
  const note = make('span', { class: 'rc-muted', role: 'status', tabindex: -1 });
  const button = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'more' });
  const element = make('div', { 'data-output': 'more' }, note, button);
  button.addEventListener('click', () => element.dispatchEvent(new CustomEvent('show-more', { bubbles: true })));
  const update = ({ left, next }: MoreOutput): void => {
    note.textContent = noteOf(left, next);
    button.textContent = say('outputs.more.show', { count: formatCount(next) });
    // A button that goes would take the focus with it.
    if (next === 0 && document.activeElement === button) note.focus();
    button.hidden = next === 0;
  };
  update(output);
  return { element, update, remove: () => element.remove() };
}

function noteOf(left: number, next: number): string {
  if (left === 0) return say('outputs.more.all');
  return say(next > 0 ? 'outputs.more.left' : 'outputs.more.gone', { count: left });
}
