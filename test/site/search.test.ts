// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { defineSearch } from '../../src/site/page/search';
import { locales } from '../../src/words/locales';

afterEach(() => document.body.replaceChildren());

/** An index with one page, as Pagefind's file would answer, where anything is sought. */
const index = `
  const sub_results = ['A', 'B'].map((title) => ({ title, url: '/', excerpt: title, weighted_locations: [] }))
  const data = async () => ({ url: '/', meta: { title: 'A' }, excerpt: '', sub_results: sub_results.slice(0, PLACES) })
  export const options = async () => {}
  export const search = async () => ({ results: PLACES > 0 ? [{ data }] : [] })`;

const bundle = (places: number): string =>
  `data:text/javascript,${encodeURIComponent(index.replaceAll('PLACES', String(places)))}`;

/** What the search says of `query` on an English page. */
async function statusFor(query: string, places: number): Promise<string> {
  return ask(openSearch(bundle(places)), query);
}

function openSearch(address: string): HTMLElement {
  const { words } = locales.en;
  document.documentElement.lang = 'en';
  defineSearch();
  const search = document.createElement('book-search');
  search.innerHTML = `<button class="open"><kbd></kbd></button>
    <dialog><input><button class="close"></button><p class="status"></p><ol class="results"></ol></dialog>`;
  search.dataset['bundle'] = address;
  search.dataset['found'] = words['site.searchFound'];
  search.dataset['nothing'] = words['site.searchNothing'];
  search.dataset['failed'] = words['site.searchFailed'];
  document.body.append(search);
  return search;
}

async function ask(search: HTMLElement, query: string): Promise<string> {
  const [input, status] = [search.querySelector('input'), search.querySelector('.status')];
  if (!input) throw new Error('no field');
  if (status) status.textContent = '';
  input.value = query;
  input.dispatchEvent(new Event('input'));
  await vi.waitUntil(() => status?.textContent);
  return status?.textContent ?? '';
}

it('announces one place, and several', async () => {
  expect(await statusFor('edge', 1)).toBe('1 place found for “edge”.');
  expect(await statusFor('edge', 2)).toBe('2 places found for “edge”.');
});

it('repeats the query letter by letter', async () => {
  for (const query of ['$&', "$'", '{count}', '$1']) {
    expect(await statusFor(query, 0)).toBe(`Nothing found for “${query}”.`);
    expect(await statusFor(query, 2)).toBe(`2 places found for “${query}”.`);
  }
});

it('says that the index could not be loaded, and tries again at the next search', async () => {
  const search = openSearch('data:text/javascript,throw new Error("offline")');
  expect(await ask(search, 'edge')).toBe(locales.en.words['site.searchFailed']);
  search.dataset['bundle'] = bundle(1);
  expect(await ask(search, 'edge')).toBe('1 place found for “edge”.');
});
