import { say } from '../../words';

/** Returns a function that makes elements for added cells, modelled on a cell of the lesson. Call it before that cell comes to life. */
export function scratchElements(lesson: HTMLElement): (name: string) => HTMLElement {
  const model = lesson.cloneNode(true) as HTMLElement;
  model.toggleAttribute('data-scratch', true);
  // What the book's own run left is the lesson's.
  for (const name of ['data-kept', 'data-changed', 'data-unloaded', 'data-near', 'style']) model.removeAttribute(name);
  model.querySelector('[data-part="outputs"]')?.removeAttribute('tabindex');
  for (const one of model.querySelectorAll('.rc-kept-note, .rc-kept-unread')) one.remove();
  model.querySelector('code')?.replaceChildren();
  for (const one of model.querySelectorAll('[data-part="outputs"], [data-part="notices"], [data-part="editor"]'))
    one.replaceChildren();
  // The page's first code block brings the styles of all: with each copy the browser would lay the whole page out anew.
  for (const one of model.querySelectorAll('link, script')) one.remove();

  return (cell) => {
    const element = model.cloneNode(true) as HTMLElement;
    const label = (selector: string, text: string): void =>
      element.querySelector(selector)?.setAttribute('aria-label', text);
    element.id = cell;
    element.dataset.cell = cell;
    element.setAttribute('aria-label', say('notebook.cell', { cell }));
    label('[data-part="code"]', say('notebook.code', { cell }));
    label('[data-part="outputs"]', say('notebook.outputs', { cell }));
    label('.rc-cell-menu summary', say('notebook.more', { cell }));
    for (const anchor of element.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      anchor.href = `#${cell}`;
      const isName = anchor.classList.contains('rc-cell-name');
      anchor.textContent = isName ? cell : say('notebook.anchor', { cell });
      if (isName) anchor.title = say('notebook.anchor', { cell });
    }
    const code = element.querySelector('[data-part="code"]');
    const keys = element.querySelector(`[id="${code?.getAttribute('aria-describedby') ?? ''}"]`);
    code?.setAttribute('aria-describedby', `${cell}--keys`);
    if (keys) keys.id = `${cell}--keys`;
    element.querySelector<HTMLElement>('[data-action="delete"]')?.removeAttribute('hidden');
    return element;
  };
}
