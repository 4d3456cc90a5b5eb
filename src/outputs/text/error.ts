import type { ErrorOutput, Position } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import type { Shown } from '../kit/shown';

/** What `goto-position` carries; `cell` only if the position is in a named cell. */
export interface GotoPosition extends Position {
  cell?: string;
}

/** A reader's error: what, where (a button that asks the notebook to go there), why, and the calls that led to it. */
export function showError(output: ErrorOutput): Shown<'error'> {
  const element = make('div', { 'data-output': 'error', role: 'group', 'aria-label': say('outputs.error.label') });
  const update = ({ name, message, hint, at, frames }: ErrorOutput): void => {
    const parts = [make('p', { class: 'rc-error-message' }, make('strong', {}, name), message ? `: ${message}` : '')];
    if (at) parts.push(make('p', {}, placeButton(at)));
    if (hint !== undefined)
      parts.push(make('p', { class: 'rc-error-hint' }, make('strong', {}, say('outputs.error.hint')), ' ', hint));
    element.replaceChildren(...parts, ...(frames.length > 1 || (frames.length > 0 && !at) ? [framesOf(frames)] : []));
  };
  update(output);
  return { element, update, remove: () => element.remove() };
}

function framesOf(frames: ErrorOutput['frames']): HTMLElement {
  const items = frames.map((frame) => {
    const where = frame.in === undefined ? [] : [make('code', {}, `${frame.in}()`), ' '];
    return make(
      'li',
      {},
      ...where,
      make('span', { class: 'rc-muted' }, frame.cell),
      ' ',
      placeButton({ ...frame.at, cell: frame.cell }),
    );
  });
  return make(
    'details',
    {},
    make('summary', {}, say('outputs.error.frames', { count: frames.length })),
    make('ol', {}, ...items),
  );
}

function placeButton(place: GotoPosition): HTMLElement {
  const label = say('outputs.error.place', { line: place.line, column: place.column });
  const button = make('button', { type: 'button', class: 'rc-place' }, label);
  button.addEventListener('click', () => {
    button.dispatchEvent(new CustomEvent<GotoPosition>('goto-position', { bubbles: true, detail: place }));
  });
  return button;
}
