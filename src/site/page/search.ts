import { fill, type ValuesOf } from '../../words';

interface Hit {
  url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: Section[];
}
interface Section {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
}
interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Hit> }[] }>;
}

const pause = 120;
const mostPages = 8;
const mostPlaces = 3;

/** The search of the book: its index and code are fetched when the reader opens it, not before. */
class BookSearch extends HTMLElement {
  #index: Promise<Pagefind> | undefined;
  #newest = 0;

  connectedCallback(): void {
    const dialog = this.#part('dialog');
    const input = this.#part('input');
    this.#part('.open').addEventListener('click', () => this.#open());
    this.#part('.close').addEventListener('click', () => dialog.close());
    input.addEventListener('input', () => void this.#search(input.value.trim()));
    dialog.addEventListener('click', (event) => {
      const onLink = event.target instanceof Element && event.target.closest('a');
      if (event.target === dialog || onLink) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      // A search field would use the first Escape to clear itself.
      if (event.key === 'Escape') dialog.close();
      else this.#walk(event);
    });
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

  #load(): Promise<Pagefind> {
    this.#index ??= import(/* @vite-ignore */ this.dataset['bundle'] ?? '').then(async (index: Pagefind) => {
      // Pagefind would start its worker from a URL, which the page's policy forbids; the index of a book needs none.
      await index.options({ noWorker: true, excerptLength: 24 });
      return index;
    });
    return this.#index;
  }

  async #search(query: string): Promise<void> {
    const turn = ++this.#newest;
    await new Promise((done) => setTimeout(done, pause));
    if (turn !== this.#newest) return;
    if (!query) return this.#show([], '');
    try {
      const { results } = await (await this.#load()).search(query);
      const hits = await Promise.all(results.slice(0, mostPages).map((result) => result.data()));
      if (turn !== this.#newest) return;
      const items = hits.flatMap(entriesOf);
      const phrase = items.length > 0 ? this.dataset['found'] : this.dataset['nothing'];
      const values: ValuesOf<'site.searchFound'> = { query, count: items.length };
      this.#show(items, fill(phrase ?? '', values, document.documentElement.lang));
    } catch {
      this.#index = undefined;
      if (turn === this.#newest) this.#show([], this.dataset['failed'] ?? '');
    }
  }

  #show(items: HTMLElement[], status: string): void {
    this.#part('.status').textContent = status;
    this.#part('.results').replaceChildren(...items);
  }

  /** Arrow keys move from the field through the results and back. */
  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.#part('input'), ...this.querySelectorAll<HTMLElement>('.results a')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    stops[(here + step + stops.length) % stops.length]?.focus();
    event.preventDefault();
  }

  #part<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  #part(selector: string): HTMLElement;
  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`book-search: ${selector} is missing`);
    return part;
  }
}

function entriesOf(hit: Hit): HTMLElement[] {
  const page = hit.meta.title ?? '';
  const places = hit.sub_results.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, mostPlaces);
  return places.map(({ title, url, excerpt }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const name = document.createElement('strong');
    const text = document.createElement('span');
    link.href = url;
    name.textContent = title === page ? page : `${page} · ${title}`;
    // Pagefind's excerpt is this site's own text, escaped, with <mark> around the words searched for.
    text.innerHTML = excerpt;
    link.append(name, text);
    item.append(link);
    return item;
  });
}

/** How well a section matches the query; a word in its heading weighs more. */
function weightOf({ weighted_locations: places }: Section): number {
  return places.reduce((sum, place) => sum + place.balanced_score, 0);
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
