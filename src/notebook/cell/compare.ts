import { say } from '../../words';
import type { Chapter } from '../chapter';
import { diffLines, type DiffLine } from './line-diff';
import { cellOf } from '../session/session-state';

interface Panel {
  close(): void;
}

/** What is open, by the cell's element: a cell that goes takes its panel with it. */
const panels = new WeakMap<HTMLElement, Panel>();

/** Shows a cell's text beside the lesson's own, or beside `other`; asked again, it closes. */
export async function compareCell(chapter: Chapter, name: string, other?: string): Promise<void> {
  const view = chapter.view(name);
  if (!view) return;
  const { element } = view;
  const open = panels.get(element);
  open?.close();
  if (open && other === undefined) return;

  const cell = cellOf(chapter.session(), name);
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

/** Monaco where it works, else lines with their signs. Gives what ends it. */
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
  list.append(...diffLines(before, after).map(lineElement));
  body.append(list);
  return () => undefined;
}

function lineElement({ kind, text }: DiffLine): HTMLElement {
  const line = document.createElement(kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span');
  line.textContent = `${text}\n`;
  if (kind !== 'same')
    line.setAttribute(
      'aria-label',
      say(kind === 'removed' ? 'notebook.compareRemoved' : 'notebook.compareAdded', { line: text }),
    );
  return line;
}
