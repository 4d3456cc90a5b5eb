import type { ModelEntry } from '../../protocol';
import { say } from '../../words';
import type { ModelStore } from '../kernel/models/model-store';
import { openDialog } from '../notices/dialog';

/** What the list of saved models needs of a notebook. */
export interface ModelOptions {
  models: { store(): ModelStore };
}

/** Shows the models that cells have saved; each can be deleted. */
export async function showSavedModels({ models }: ModelOptions): Promise<void> {
  const store = models.store();
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  const list = document.createElement('ul');
  list.className = 'rc-models';
  const show = async (): Promise<void> => {
    const entries = await store.list().catch(() => undefined);
    note.textContent = noteOn(entries);
    list.replaceChildren(...(entries ?? []).map((entry) => itemOf(entry, () => void remove(entry))));
  };
  const remove = async ({ name }: ModelEntry): Promise<void> => {
    await store.remove(name).catch(() => undefined);
    await show();
    // The button that had the focus is gone.
    const next = list.querySelector('button') ?? dialog.querySelector('button');
    next?.focus();
  };
  await show();
  const dialog = openDialog(say('notebook.models.title'), note, list);
}

function noteOn(entries: readonly ModelEntry[] | undefined): string {
  if (!entries) return say('notebook.models.blocked');
  if (entries.length === 0) return say('notebook.models.none');
  return say('notebook.models.note', { size: sizeText(entries.reduce((sum, { bytes }) => sum + bytes, 0)) });
}

function itemOf({ name, bytes, savedAt }: ModelEntry, remove: () => void): HTMLElement {
  const item = document.createElement('li');
  const title = document.createElement('code');
  title.textContent = name;
  const facts = document.createElement('span');
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  facts.textContent = `${sizeText(bytes)} · ${date.format(savedAt)}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'rc-button';
  button.textContent = say('notebook.models.delete');
  button.setAttribute('aria-label', say('notebook.models.deleteOne', { name }));
  button.addEventListener('click', remove);
  item.append(title, facts, button);
  return item;
}

const sizeText = (bytes: number): string =>
  bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
