import { say } from '../../words';
import { openDialog } from '../notices/dialog';

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

/** Shows the keys of the notebook. */
export function showKeyboardList(): void {
  const note = document.createElement('p');
  note.textContent = say('notebook.key.note');
  openDialog(say('notebook.key.title'), note, listOfKeys());
}

function listOfKeys(): HTMLElement {
  const list = document.createElement('dl');
  list.className = 'rc-keys';
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
