import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, root, type OpenPage, type Site } from './site';

let site: Site;
let reader: OpenPage;
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/', { javaScriptEnabled: false });
});
afterAll(() => site.close());

// The page at the top only leads on to a language.
const pages = globSync('*/**/index.html', { cwd: root }).map((file) => file.replace('index.html', ''));

it('has pages', () => expect(pages.length).toBeGreaterThan(20));

it.each(pages)(
  '/%s: every id stands once, and every link within the page leads somewhere, in its contents to a heading',
  async (path) => {
    const { ids, goals, contents } = await reader.page.evaluate(async (address) => {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return {
        ids: [...page.querySelectorAll('[id]')].map(({ id }) => id),
        goals: [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? ''),
        contents: [...page.querySelectorAll<HTMLAnchorElement>('[data-contents] a')].map(
          ({ hash }) => page.getElementById(decodeURIComponent(hash.slice(1)))?.localName,
        ),
      };
    }, `/${path}`);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    expect(goals.filter((goal) => !ids.includes(decodeURIComponent(goal.slice(1))))).toEqual([]);
    expect(contents.filter((name) => !/^h[1-3]$/.test(name ?? ''))).toEqual([]);
  },
);
