import { say } from '../../words';
import { versionList, type Version } from './version-list';

/** What a dialog with texts says and does. */
export interface VersionDialog<One extends Version> {
  title: string;
  note: string;
  /** What to say where there is nothing to choose from. */
  empty: string;
  action: string;
  versions: readonly One[];
  /** The reader chose a text; the dialog is closed by then. */
  choose(version: One): void;
  /** Gives the focus back to where it belongs. */
  leave(): void;
}

/** Shows texts in a modal dialog, which traps the focus; Escape and a click on the dimmed page close it. */
export function showVersionDialog<One extends Version>(options: VersionDialog<One>): void {
  const { title, note, empty, action, versions, choose, leave } = options;
  const dialog = document.createElement('dialog');
  dialog.className = 'rc-history not-content';
  const heading = document.createElement('h2');
  heading.id = 'rc-history-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const text = document.createElement('p');
  text.textContent = versions.length > 0 ? note : empty;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'rc-button';
  close.textContent = say('notebook.close');
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  let chosen: One | undefined;
  dialog.addEventListener('close', () => {
    dialog.remove();
    leave();
    if (chosen) choose(chosen);
  });
  dialog.append(heading, text);
  if (versions.length > 0)
    dialog.append(
      versionList(versions, action, (version) => {
        chosen = version;
        dialog.close();
      }),
    );
  dialog.append(close);
  document.body.append(dialog);
  dialog.showModal();
}
