import type { Action } from './actions/action';
import { createKeyReader } from './actions/command-keys';
import { hearControls } from './kept/hear-controls';
import { holdInput } from './kept/hold-input';
import { startKernelAhead } from './kernel/kernel-worker';
import { pageLocale, siteBase } from './page-data';

/*
 * The only script of a cell that a page loads before its reader acts. It listens for clicks and keys and fetches the notebook on the first
 * sign of interest; until then, and without scripts, a cell is text.
 */

let loading: Promise<typeof import('./notebook')> | undefined;
let loaded = false;

/** Fetches the notebook's code once; after a failure, the next call tries again. */
function load(): Promise<typeof import('./notebook')> {
  loading ??= import('./notebook');
  loading.then(
    () => (loaded = true),
    () => (loading = undefined),
  );
  return loading;
}

/** The notebook's code; without it, the markup of the cell has the only message to show. */
async function loadFor(cell: HTMLElement): Promise<typeof import('./notebook') | undefined> {
  const code = await load().catch(() => undefined);
  cell.toggleAttribute('data-unloaded', !code);
  return code;
}

const signs = ['pointerover', 'focusin'];

/**
 * Called at the first sign of interest, so that what the reader does next finds everything ready. Outputs that are only looked at need no
 * notebook; its controls ask for it when they are moved.
 */
function prepare(this: HTMLElement, { target }: Event): void {
  if (target === this || (target instanceof Element && target.closest('[data-part="outputs"], .rc-kept-note'))) return;
  for (const sign of signs) this.removeEventListener(sign, prepare);
  load().then(
    (code) => void code.notebookFor(this.dataset.chapter ?? ''),
    () => undefined,
  );
}

async function act(element: HTMLElement, action: Action, event?: Event): Promise<void> {
  if (!loaded && action.startsWith('run')) startKernelAhead(siteBase(), pageLocale());
  const code = await loadFor(element);
  await code?.notebookFor(element.dataset.chapter ?? '').act(action, element.dataset.cell, event);
}

/** Brings the notebook for a control of a kept output, and the kernel as a Run does. */
hearControls(async (cell) => {
  if (!loaded) startKernelAhead(siteBase(), pageLocale());
  const code = await loadFor(cell);
  await code?.notebookFor(cell.dataset.chapter ?? '').ready;
  return code !== undefined;
});

function onClick(this: HTMLElement, event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  // The buttons of an output act on the output alone.
  if (event.target.closest('[data-part="outputs"]')) return;
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

/** Handles keys while the cell or a button of its bar has the focus, but not keys of an editor, a field or an output. */
function onKey(this: HTMLElement, event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement)) return;
  const onCode = event.target.dataset.part === 'code' || event.target.closest('[data-part="static"]') !== null;
  const onBar = event.target.closest('.rc-cell-bar') !== null;
  if (!onCode && !onBar) return;
  if (onCode && typed !== undefined) return keep(event);
  // Enter and the arrow keys keep their usual meaning on a button.
  if (onBar && (event.key === 'Enter' || event.key.startsWith('Arrow'))) return;
  const action = readKey(event);
  if (!action) return;
  event.preventDefault();
  if (action === 'edit') return void edit(this, event);
  void act(this, action, event);
}

/** What the reader typed into a cell while the code of its editor was being fetched; undefined while none is. */
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

/** Opens the editor and puts what was typed meanwhile into it. */
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

/** Closes open menus on a click elsewhere, on Escape, and when the focus moves out of them. */
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

/** Presses the buttons that were pressed before this script had come; a script in the page has marked them (build/early-clicks.ts). */
function pressEarly(element: HTMLElement): void {
  for (const button of element.querySelectorAll<HTMLElement>('[data-pressed]')) {
    button.removeAttribute('data-pressed');
    button.click();
  }
}

class NotebookCell extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', onClick);
    this.addEventListener('keydown', onKey);
    for (const sign of signs) this.addEventListener(sign, prepare);
    holdInput(this);
    pressEarly(this);
  }
}

class NotebookBar extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', onClick);
    for (const sign of signs) this.addEventListener(sign, prepare);
    pressEarly(this);
  }
}

customElements.define('notebook-cell', NotebookCell);
customElements.define('notebook-bar', NotebookBar);

function chapters(): Set<string> {
  const cells = [...document.querySelectorAll<HTMLElement>('notebook-cell')];
  return new Set(cells.map(({ dataset }) => dataset.chapter ?? ''));
}

/** Shows the edits and settings of earlier visits at once, without waiting for a sign of interest. */
async function showEdits(): Promise<void> {
  const [{ hasEdits }, { hasControls }] = await Promise.all([
    import('./edits/has-edits'),
    import('./controls/has-controls'),
  ]);
  for (const chapter of chapters())
    if ((await hasEdits(chapter)) || (await hasControls(chapter))) (await load()).notebookFor(chapter);
}

/** Shows the code that a link carries, without running it. */
async function openLink(): Promise<void> {
  if (!location.hash.startsWith('#share=')) return;
  const code = await load().catch(() => undefined);
  for (const chapter of chapters()) await code?.notebookFor(chapter).openLink(location.hash);
}
addEventListener('hashchange', () => void openLink());

const whenIdle = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 1));
whenIdle(() => void openLink().then(showEdits));

/** Loads the kernel before anybody has asked for it, once the page is there: it takes longest. */
function loadKernel(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  whenIdle(() => startKernelAhead(siteBase(), pageLocale()));
}
if (document.readyState === 'complete') loadKernel();
else addEventListener('load', loadKernel);
