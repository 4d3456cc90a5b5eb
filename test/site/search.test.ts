// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { defineSearch } from '../../src/site/page/search';
import type { BookIndex } from '../../src/site/search/book-index';
import { locales } from '../../src/words/locales';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const section = (id: string, heading: string, prose: string) =>
  ({ id, heading, above: '', terms: [], prose: [prose], code: [] }) as const;

/** One page of five sections, each of which has an edge; the first has a corner, too. */
const book: BookIndex = {
  pages: [
    {
      title: 'Filters',
      path: 'filters/',
      chapter: 2,
      sections: [
        section('corners', 'Corners', 'A corner has an edge & an edge.'),
        ...['a', 'b', 'c', 'd'].map((id) => section(id, `Part ${id}`, 'It has an edge.')),
      ],
    },
  ],
};

/** The search of an English page; a server that has the book's text, or answers nothing. */
function openSearch(index?: BookIndex): HTMLElement {
  vi.stubGlobal('fetch', async () => (index ? Response.json(index) : Response.error()));
  const { words } = locales.en;
  document.documentElement.lang = 'en';
  defineSearch();
  const search = document.createElement('book-search');
  search.innerHTML = `<button class="open"><kbd></kbd></button>
    <dialog><input><button class="close"></button><p class="status"></p><p role="status"></p><ol class="results"></ol></dialog>`;
  search.dataset['index'] = '/en/search.json';
  search.dataset['found'] = words['site.searchFound'];
  search.dataset['more'] = words['site.searchMore'];
  search.dataset['nothing'] = words['site.searchNothing'];
  search.dataset['failed'] = words['site.searchFailed'];
  document.body.append(search);
  return search;
}

/** What the search says of a query. */
async function ask(search: HTMLElement, query: string): Promise<string> {
  const [input, status] = [search.querySelector('input'), search.querySelector('.status')];
  if (!input) throw new Error('no field');
  if (status) status.textContent = '';
  input.value = query;
  input.dispatchEvent(new Event('input'));
  await vi.waitUntil(() => status?.textContent);
  return status?.textContent ?? '';
}

const links = (search: HTMLElement): (string | null)[] =>
  [...search.querySelectorAll('a')].map((link) => link.getAttribute('href'));

it('says how many places there are, one or several, and what was not found', async () => {
  const search = openSearch(book);
  expect(await ask(search, 'corner')).toBe('1 place on 1 page for “corner”.');
  expect(await ask(search, 'edge')).toBe('5 places on 1 page for “edge”.');
  expect(await ask(search, 'valley')).toBe('Nothing found for “valley”.');
  expect(links(search)).toEqual([]);
});

it('repeats the query letter by letter', async () => {
  const search = openSearch(book);
  for (const query of ['$&', "$'", '{count}', '$1'])
    expect(await ask(search, query)).toBe(`Nothing found for “${query}”.`);
});

it('links to the heading, marks what was asked, and shows the text as text', async () => {
  const search = openSearch(book);
  await ask(search, 'corner edge');
  expect(links(search)).toEqual(['/en/filters/#corners']);
  expect([...search.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'Corners',
    'corner',
    'edge',
    'edge',
  ]);
  expect(search.querySelector('.excerpt')?.textContent).toBe('A corner has an edge & an edge.');
});

it('shows three places of a page, and the others when asked', async () => {
  const search = openSearch(book);
  await ask(search, 'edge');
  expect(links(search)).toHaveLength(3);
  const more = search.querySelector<HTMLElement>('.more');
  expect(more?.textContent).toBe('2 more places in “Filters”');
  more?.click();
  expect(links(search)).toHaveLength(5);
  expect(document.activeElement?.getAttribute('href')).toBe(links(search)[3]);
});

it('tells a screen reader when the reader has stopped typing', async () => {
  const search = openSearch(book);
  const said = search.querySelector('[role="status"]');
  await ask(search, 'edge');
  expect(said?.textContent).toBe('');
  await ask(search, 'valley');
  await vi.waitUntil(() => said?.textContent);
  expect(said?.textContent).toBe('Nothing found for “valley”.');
});

it('says that the book could not be loaded, and tries again at the next search', async () => {
  const search = openSearch();
  expect(await ask(search, 'edge')).toBe(locales.en.words['site.searchFailed']);
  vi.stubGlobal('fetch', async () => Response.json(book));
  expect(await ask(search, 'corner')).toBe('1 place on 1 page for “corner”.');
});
