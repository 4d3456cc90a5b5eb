import type { OutputKind } from '../../protocol';
import { make } from './make-element';

export interface Frame {
  readonly element: HTMLElement;
  /** Sets, changes or removes the title. */
  retitle(title: string | undefined): void;
}

/** The common frame of an output: a title, the body, and a foot with what the reader points at on the left, actions on the right. */
export function makeFrame(kind: OutputKind, title: string | undefined, ...parts: HTMLElement[]): Frame {
  const caption = make('figcaption', { class: 'rc-title' });
  const element = make('figure', { 'data-output': kind }, caption, ...parts);
  const retitle = (text: string | undefined): void => {
    caption.textContent = text ?? '';
    caption.hidden = !text;
  };
  retitle(title);
  return { element, retitle };
}

/** The line below the body. */
export function makeFoot(left: HTMLElement[], actions: HTMLElement[]): HTMLElement {
  return make(
    'div',
    { class: 'rc-foot' },
    ...left,
    make('div', { class: 'rc-actions' }, ...actions, make('span', { class: 'rc-unseen', role: 'status' })),
  );
}
