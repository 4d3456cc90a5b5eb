import { say } from '../../words';

const chords = [
  ['Enter', 'notebook.key.edit'],
  ['Esc', 'notebook.key.leave'],
  ['Shift+Enter', 'notebook.key.runNext'],
  ['Ctrl+Enter · ⌘+Enter', 'notebook.key.run'],
  ['Alt+Enter', 'notebook.key.runInsert'],
  ['J · ↓', 'notebook.key.next'],
  ['K · ↑', 'notebook.key.previous'],
  ['A', 'notebook.key.above'],
  ['B', 'notebook.key.below'],
  ['D D', 'notebook.key.delete'],
  ['Z', 'notebook.key.undo'],
  ['I I', 'notebook.key.stop'],
  ['0 0', 'notebook.key.restart'],
  ['H', 'notebook.key.list'],
] as const;

/** Shows the keys of the notebook; the focus goes back to where it was. */
export function showKeyboardList(): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'rc-keys not-content';
  const title = document.createElement('h2');
  title.id = 'rc-keys-title';
  title.textContent = say('notebook.key.title');
  dialog.setAttribute('aria-labelledby', title.id);
  const note = document.createElement('p');
  note.textContent = say('notebook.key.note');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'rc-button';
  close.textContent = say('notebook.close');
  close.addEventListener('click', () => dialog.close());
  // A click on the dimmed page closes too.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(title, note, listOfKeys(), close);
  document.body.append(dialog);
  // A modal dialog traps the focus, and returns it when it closes.
  dialog.showModal();
}

function listOfKeys(): HTMLElement {
  const list = document.createElement('dl');
  for (const [keys, meaning] of chords) {
    const term = document.createElement('dt');
    for (const [index, key] of keys.split(' ').entries()) {
      if (index > 0) term.append(' ');
      const cap = document.createElement(key === '·' ? 'span' : 'kbd');
      cap.textContent = key;
      term.append(cap);
    }
    const detail = document.createElement('dd');
    detail.textContent = say(meaning);
    list.append(term, detail);
  }
  return list;
}
