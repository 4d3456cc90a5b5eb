import { say } from '../../words';

/**
 * Opens a dialog over the page. It closes by its button, by Escape and by a click beside it; then the focus goes back to where it was.
 * @param content what stands between the title and the button
 */
export function openDialog(title: string, ...content: HTMLElement[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'rc-dialog not-content';
  const heading = document.createElement('h2');
  heading.id = 'rc-dialog-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'rc-button';
  close.textContent = say('notebook.close');
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(heading, ...content, close);
  document.body.append(dialog);
  // A modal dialog traps the focus, and returns it when it closes.
  dialog.showModal();
  return dialog;
}
