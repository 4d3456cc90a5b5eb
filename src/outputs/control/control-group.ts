import { make } from '../kit/make-element';

/** A named group of a control's parts, with a line that screen readers speak. */
export function controlGroup(
  label: string,
  ...parts: HTMLElement[]
): { element: HTMLElement; speak(text: string): void } {
  const name = make('span', { class: 'rc-control' }, label);
  const status = make('span', { class: 'rc-muted', role: 'status' });
  const element = make(
    'div',
    { class: 'rc-control-group', role: 'group', 'aria-label': label },
    name,
    ...parts,
    status,
  );
  return { element, speak: (text) => void (status.textContent = text) };
}
