import { isBookIndex, type BookIndex, type IndexedPage, type IndexedSection } from '../search/book-index';
import { excerptOf, marked, type Pieces } from '../search/excerpt';
import { findInBook, type FoundPage } from '../search/find';
import { readQuery, type Query } from '../search/query';

/** Places of a page that are shown at once; the others wait behind a button. */
const shownAtOnce = 3;

export interface Results {
  /** A list item for each page. */
  pages: HTMLElement[];
  places: number;
}

/** What asks the book, once its text has arrived. `more` says how many places of a page a button shows. */
export async function openBook(address: string): Promise<(text: string, more: SayMore) => Results> {
  const answer = await fetch(address);
  const index: unknown = await answer.json();
  if (!isBookIndex(index)) throw new Error(`${address} is not the text of the book`);
  return (text, more) => resultsFor(index, new URL(address, location.href), text, more);
}

type SayMore = (count: number, page: string) => string;

function resultsFor(index: BookIndex, base: URL, text: string, more: SayMore): Results {
  const query = readQuery(text);
  if (!query) return { pages: [], places: 0 };
  const found = findInBook(index, query);
  const places = found.reduce((sum, { sections }) => sum + sections.length, 0);
  return { pages: found.map((one) => pageItem(one, query, base, more)), places };
}

function pageItem({ page, sections }: FoundPage, query: Query, base: URL, more: SayMore): HTMLElement {
  const name = element('p', 'page', page.chapter === undefined ? [] : [element('span', 'number', [`${page.chapter}`])]);
  name.append(page.title);
  const list = element('ol', 'places', []);
  const show = (some: readonly IndexedSection[]): void =>
    list.append(...some.map((section) => element('li', '', [placeLink(page, section, query, base)])));
  show(sections.slice(0, shownAtOnce));
  const item = element('li', '', [name, list]);
  const others = sections.slice(shownAtOnce);
  if (others.length > 0) {
    const button = element('button', 'more', [more(others.length, page.title)]);
    button.type = 'button';
    button.addEventListener('click', () => {
      show(others);
      button.remove();
      list.querySelectorAll('a')[shownAtOnce]?.focus();
    });
    item.append(button);
  }
  return item;
}

function placeLink(page: IndexedPage, section: IndexedSection, query: Query, base: URL): HTMLElement {
  const { pieces, cell } = excerptOf(section, query);
  const above = section.above && element('span', 'above', [`${section.above} › `]);
  const link = element('a', '', [
    element('strong', '', [above, ...withMarks(marked(section.heading, query))]),
    element(cell === undefined ? 'span' : 'code', 'excerpt', withMarks(pieces)),
  ]);
  const target = new URL(page.path, base);
  const anchor = cell || section.id;
  link.href = anchor ? `${target.pathname}#${encodeURIComponent(anchor)}` : target.pathname;
  return link;
}

const withMarks = (pieces: Pieces): (string | HTMLElement)[] =>
  pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', '', [text]) : text));

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  children: readonly (string | HTMLElement)[],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
