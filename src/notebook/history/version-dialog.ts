import { openDialog } from '../notices/dialog';
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

/** Shows texts in a dialog. */
export function showVersionDialog<One extends Version>(options: VersionDialog<One>): void {
  const { title, note, empty, action, versions, choose, leave } = options;
  const text = document.createElement('p');
  text.textContent = versions.length > 0 ? note : empty;
  let chosen: One | undefined;
  const list = versionList(versions, action, (version) => {
    chosen = version;
    dialog.close();
  });
  const dialog = openDialog(title, text, ...(versions.length > 0 ? [list] : []));
  dialog.classList.add('rc-history');
  dialog.addEventListener('close', () => {
    leave();
    if (chosen) choose(chosen);
  });
}
