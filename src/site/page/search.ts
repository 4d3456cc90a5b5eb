import { fill, type ValuesOf } from '../../words';
import type { Results } from './search-results';

type Ask = (text: string, more: (count: number, page: string) => string) => Results;

/** While the reader types on, the book is not asked. */
const pause = 80;
/** A screen reader is told of results when the reader has stopped typing, or it would hear every letter's. */
const quiet = 600;

/** The search of the book: its text, and what looks through it, are fetched when the reader opens it, not before. */
class BookSearch extends HTMLElement {
  #book: Promise<Ask> | undefined;
  #newest = 0;
  #saying: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const dialog = this.#part('dialog');
    const input = this.#part('input');
    this.#part('.open').addEventListener('click', () => this.#open());
    this.#part('.close').addEventListener('click', () => dialog.close());
    // While Chinese is being composed the field holds Latin letters that nobody searches for.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) void this.#search(pause);
    });
    input.addEventListener('compositionend', () => void this.#search(pause));
    dialog.addEventListener('click', (event) => {
      const onLink = event.target instanceof Element && event.target.closest('a');
      if (event.target === dialog || onLink) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => this.#press(event));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || isEditing(event)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else this.#open();
    });
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) this.#part('kbd').textContent = '⌘ K';
  }

  #open(): void {
    this.#part('dialog').showModal();
    this.#part('input').select();
    // A failure here is reported when the reader searches.
    this.#load().catch(() => undefined);
  }

  #load(): Promise<Ask> {
    this.#book ??= import('./search-results').then(({ openBook }) => openBook(this.dataset['index'] ?? ''));
    return this.#book;
  }

  async #search(wait: number): Promise<void> {
    const turn = ++this.#newest;
    await new Promise((done) => setTimeout(done, wait));
    if (turn !== this.#newest) return;
    const query = this.#part('input').value.trim();
    if (!query) return this.#show([], '');
    try {
      const ask = await this.#load();
      if (turn !== this.#newest) return;
      const { pages, places } = ask(query, (count, page) => this.#say('more', { count, page }));
      const values: ValuesOf<'site.searchFound'> = { query, count: places, pages: pages.length };
      this.#show(pages, this.#say(places > 0 ? 'found' : 'nothing', values));
    } catch {
      this.#book = undefined;
      if (turn === this.#newest) this.#show([], this.dataset['failed'] ?? '');
    }
  }

  #say(phrase: 'found' | 'nothing' | 'more', values: Readonly<Record<string, string | number>>): string {
    return fill(this.dataset[phrase] ?? '', values, document.documentElement.lang);
  }

  #show(pages: HTMLElement[], status: string): void {
    const results = this.#part('.results');
    // Whoever is on a result that goes is in the field again, not nowhere.
    if (results.contains(document.activeElement)) this.#part('input').focus();
    results.replaceChildren(...pages);
    this.#part('.status').textContent = status;
    this.#part('dialog').scrollTop = 0;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.#part('[role="status"]').textContent = status), quiet);
  }

  #press(event: KeyboardEvent): void {
    // These keys belong to the input method as long as it composes.
    if (event.isComposing) return;
    const input = this.#part('input');
    const inField = event.target === input;
    // A search field would use the first Escape to clear itself.
    if (event.key === 'Escape') this.#part('dialog').close();
    else if (event.key === 'Enter' && inField) void this.#goToFirst();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#walk(event.key === 'ArrowDown' ? 1 : -1);
    else {
      // Whoever goes on typing on a result goes on with the query.
      const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (types || event.key === 'Backspace') input.focus();
      return;
    }
    event.preventDefault();
  }

  async #goToFirst(): Promise<void> {
    await this.#search(0);
    this.querySelector<HTMLElement>('.results a')?.click();
  }

  /** Arrow keys move from the field through the results and back. */
  #walk(step: number): void {
    const stops = [this.#part('input'), ...this.querySelectorAll<HTMLElement>('.results :is(a, button)')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    stops[(here + step + stops.length) % stops.length]?.focus();
  }

  #part<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  #part(selector: string): HTMLElement;
  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`book-search: ${selector} is missing`);
    return part;
  }
}

/** Ctrl+K is also a key of the code editor, which keeps it. */
function isEditing(event: KeyboardEvent): boolean {
  const inside = event.target instanceof Element && event.target.closest('notebook-cell');
  return Boolean(
    inside && event.target instanceof Element && event.target.closest('textarea, input, [role="textbox"]'),
  );
}

export function defineSearch(): void {
  if (!customElements.get('book-search')) customElements.define('book-search', BookSearch);
}
