import { say } from '../../words';
import type { Session } from '../session/session';
import { cellOf } from '../session/session-state';
import type { CellView } from '../cell/cell-view';
import { signedLines } from './signed-lines';

/** What comparing needs of a chapter's notebook. */
export interface CompareOptions {
  session(): Session;
  view(cell: string): CellView | undefined;
}

interface Panel {
  close(): void;
}

/** Open panels by the cell's element, so that a cell that is removed takes its panel with it. */
const panels = new WeakMap<HTMLElement, Panel>();

/** Shows a cell's text next to the lesson's own, or next to `other`. A second call without `other` closes the panel. */
export async function compareCell(notebook: CompareOptions, name: string, other?: string): Promise<void> {
  const view = notebook.view(name);
  if (!view) return;
  const { element } = view;
  const open = panels.get(element);
  open?.close();
  if (open && other === undefined) return;

  const cell = cellOf(notebook.session(), name);
  const label = say(other === undefined ? 'notebook.compareLabel' : 'notebook.compareOther', { cell: name });
  const { section, body, button } = makePanel(label);
  const before = document.activeElement;
  element.querySelector('[data-part="code"]')?.after(section);
  let end = (): void => undefined;
  const close = (): void => {
    const had = section.contains(document.activeElement);
    panels.delete(element);
    end();
    section.remove();
    if (!had) return;
    if (before instanceof HTMLElement && before.isConnected && before.offsetParent) before.focus();
    else view.focus();
  };
  panels.set(element, { close });
  button.addEventListener('click', close);
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  button.focus();
  end = await fill(body, other ?? cell.original, cell.source);
  if (!section.isConnected) end();
}

function makePanel(label: string): { section: HTMLElement; body: HTMLElement; button: HTMLButtonElement } {
  const section = document.createElement('section');
  section.className = 'rc-compare';
  section.setAttribute('aria-label', label);
  const bar = document.createElement('div');
  bar.className = 'rc-compare-bar';
  const text = document.createElement('p');
  text.textContent = label;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'rc-button rc-quiet';
  button.textContent = say('notebook.close');
  bar.append(text, button);
  const body = document.createElement('div');
  section.append(bar, body);
  return { section, body, button };
}

/** Fills the panel with Monaco's diff where Monaco works, else with signed lines. Returns a function that disposes of it. */
async function fill(body: HTMLElement, before: string, after: string): Promise<() => void> {
  if (!matchMedia('(pointer: coarse)').matches) {
    try {
      const { openComparison } = await import('../editor/editor-compare');
      return openComparison(body, before, after);
    } catch (error) {
      console.error(error);
      body.replaceChildren();
    }
  }
  const list = document.createElement('pre');
  list.className = 'rc-diff';
  list.tabIndex = 0;
  list.append(...signedLines(before, after));
  body.append(list);
  return () => undefined;
}
