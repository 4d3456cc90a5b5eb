import type { Action } from './actions/action';
import { createKeyReader } from './actions/command-keys';
import { startKernelAhead } from './kernel/kernel-worker';

/*
 * The only script of a cell that a page loads before its reader acts. It hears clicks and keys and fetches the notebook on the first
 * sign of interest; until then, and without a script, a cell is text.
 */

let loading: Promise<typeof import('./notebook')> | undefined;
let loaded = false;

/** Fetches the notebook's code once; a failed try is forgotten, so that the next click tries again. */
function load(): Promise<typeof import('./notebook')> {
  loading ??= import('./notebook');
  loading.then(
    () => (loaded = true),
    () => (loading = undefined),
  );
  return loading;
}

/** At the first sign of interest: what the reader does next finds everything ready. */
function prepare(this: HTMLElement): void {
  load().then(
    (code) => void code.notebookFor(this.dataset.chapter ?? ''),
    () => undefined,
  );
}

async function act(element: HTMLElement, action: Action, event?: Event): Promise<void> {
  if (!loaded && action.startsWith('run')) startKernelAhead();
  const code = await load().catch(() => undefined);
  // Without the code there are no words but those in the markup.
  element.toggleAttribute('data-unloaded', !code);
  await code?.notebookFor(element.dataset.chapter ?? '').act(action, element.dataset.cell, event);
}

function onClick(this: HTMLElement, event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('[data-action]');
  if (button) {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.closest('details')?.removeAttribute('open');
    return void act(this, button.dataset.action as Action, event);
  }
  // Dragging over the code selects it; only a click opens the editor.
  if (event.target.closest('[data-part="static"]') && getSelection()?.isCollapsed !== false) {
    void edit(this, event);
  }
}

const readKey = createKeyReader();

/** Keys of a cell that has the focus itself, or on a button of its bar: never those of an editor, a field or an output. */
function onKey(this: HTMLElement, event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement)) return;
  const onCode = event.target.dataset.part === 'code' || event.target.closest('[data-part="static"]') !== null;
  const onBar = event.target.closest('.rc-cell-bar') !== null;
  if (!onCode && !onBar) return;
  if (onCode && typed !== undefined) return keep(event);
  // A button keeps the keys that buttons have.
  if (onBar && (event.key === 'Enter' || event.key.startsWith('Arrow'))) return;
  const action = readKey(event);
  if (!action) return;
  event.preventDefault();
  if (action === 'edit') return void edit(this, event);
  void act(this, action, event);
}

/** What the reader typed into a cell whose editor is not there yet, while its code is fetched. */
let typed: string | undefined;

function keep(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.isComposing) return;
  if (key === 'Backspace') typed = typed?.slice(0, -1);
  else if (key === 'Enter') typed += '\n';
  else if (key.length === 1) typed += key;
  else return;
  event.preventDefault();
}

/** Opens the editor; what was typed meanwhile goes into it. */
async function edit(element: HTMLElement, event: Event): Promise<void> {
  typed ??= '';
  await act(element, 'edit', event);
  const text = typed;
  typed = undefined;
  const area = document.activeElement;
  if (!text || !(area instanceof HTMLTextAreaElement) || !element.contains(area)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A menu closes as menus do: by a click elsewhere, by Escape, when the focus goes on. */
function closeMenus(event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.rc-cell-menu[open]')) {
    const inside = event.target instanceof Node && menu.contains(event.target);
    if (inside && !(event instanceof KeyboardEvent)) continue;
    menu.open = false;
    if (inside) menu.querySelector('summary')?.focus();
  }
}
for (const type of ['click', 'keydown', 'focusin']) document.addEventListener(type, closeMenus);

class NotebookCell extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', onClick);
    this.addEventListener('keydown', onKey);
    for (const sign of ['pointerenter', 'focusin']) this.addEventListener(sign, prepare, { once: true });
  }
}

class NotebookBar extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', onClick);
    for (const sign of ['pointerenter', 'focusin']) this.addEventListener(sign, prepare, { once: true });
  }
}

customElements.define('notebook-cell', NotebookCell);
customElements.define('notebook-bar', NotebookBar);

function chapters(): Set<string> {
  const cells = [...document.querySelectorAll<HTMLElement>('notebook-cell')];
  return new Set(cells.map(({ dataset }) => dataset.chapter ?? ''));
}

/** A chapter that the reader edited before shows the edits at once. */
async function showEdits(): Promise<void> {
  const { hasEdits } = await import('./edits/has-edits');
  for (const chapter of chapters()) if (await hasEdits(chapter)) (await load()).notebookFor(chapter);
}

/** A link that carries somebody's code shows it, and does not run it. */
async function openLink(): Promise<void> {
  if (!location.hash.startsWith('#share=')) return;
  const code = await load().catch(() => undefined);
  for (const chapter of chapters()) await code?.notebookFor(chapter).openLink(location.hash);
}
addEventListener('hashchange', () => void openLink());

const whenIdle = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 1));
whenIdle(() => void openLink().then(showEdits));
