import type { Action } from './notebook';

/*
 * The only script of a cell that a page loads before its reader acts. It hears clicks and keys and fetches the notebook on the first
 * sign of interest; until then, and without a script, a cell is text.
 */

let loading: Promise<typeof import('./notebook')> | undefined;

/** Fetches the notebook's code once; a failed try is forgotten, so that the next click tries again. */
function load(): Promise<typeof import('./notebook')> {
  loading ??= import('./notebook');
  loading.catch(() => (loading = undefined));
  return loading;
}

async function act(element: HTMLElement, action: Action, event?: Event): Promise<void> {
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
    void act(this, 'edit', event);
  }
}

/** Keys of a cell that has the focus itself, outside its editor. */
function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.isComposing || event.altKey) return undefined;
  if (event.key === 'Enter') return event.shiftKey ? 'run-next' : event.ctrlKey || event.metaKey ? 'run' : 'edit';
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.key === 'j') return 'next';
  return event.key === 'k' ? 'previous' : undefined;
}

function onKey(this: HTMLElement, event: KeyboardEvent): void {
  const code = this.querySelector('[data-part="code"]');
  if (event.target !== code) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  void act(this, action);
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
    for (const sign of ['pointerenter', 'focusin'])
      this.addEventListener(sign, () => void load().catch(() => undefined), { once: true });
  }
}

class NotebookBar extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', onClick);
    for (const sign of ['pointerenter', 'focusin'])
      this.addEventListener(sign, () => void load().catch(() => undefined), { once: true });
  }
}

customElements.define('notebook-cell', NotebookCell);
customElements.define('notebook-bar', NotebookBar);

/** A chapter that the reader edited before shows the edits at once. */
async function showEdits(): Promise<void> {
  const chapters = new Set<string>();
  for (const { dataset } of document.querySelectorAll<HTMLElement>('notebook-cell'))
    chapters.add(dataset.chapter ?? '');
  const { hasEdits } = await import('./has-edits');
  for (const chapter of chapters) if (await hasEdits(chapter)) (await load()).notebookFor(chapter);
}

const whenIdle = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 1));
whenIdle(() => void showEdits());
