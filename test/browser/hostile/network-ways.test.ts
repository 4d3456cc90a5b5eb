import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, type Site } from '../site';
import { startLoggingServer, type LoggingServer } from './logging-server';
import { cells, openVictim, write, type Victim } from './victim';
import { shownWays, waysOut } from './ways-out';

let site: Site;
let elsewhere: LoggingServer;
beforeAll(async () => {
  site = await openSite();
  elsewhere = await startLoggingServer();
});
afterAll(async () => {
  await site.close();
  await elsewhere.close();
});

const at = (text: string): string => text.replaceAll('HOST', `127.0.0.1:${elsewhere.port}`);

/** A way in a cell: tried for a second, whatever becomes of it. */
const tried = (work: string): string => `
console.log(await Promise.race([
  (async (): Promise<any> => { ${work} })().then((value) => value ?? 'ended', (error) => \`refused: \${error}\`),
  new Promise((go) => setTimeout(go, 1000, 'no answer')),
]))`;

async function said(victim: Victim, source: string): Promise<string> {
  await write(victim.page, cells.hostile, source);
  await runCell(victim.page, cells.hostile);
  return (await victim.page.locator(`${cellAt(cells.hostile)} [data-part="outputs"]`).textContent()) ?? '';
}

describe('a cell and the network', () => {
  it('the ways are ways: from a page without a policy they reach another host', async () => {
    const page = await site.browser.newPage();
    await page.goto(at('http://HOST/'));
    elsewhere.hits.length = 0;
    await page.evaluate(async (ways) => {
      for (const way of ways) {
        const code = `(async () => { ${way} })().catch(() => {})`;
        new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      }
    }, Object.values(waysOut).map(at));
    // Not all of them exist in a worker, or in every browser.
    await expect.poll(() => new Set(elsewhere.hits).size).toBeGreaterThan(18);
    await page.close();
  });

  it.each([
    ['with', true],
    ['without', false],
  ])(
    'nothing reaches another host, %s the headers that isolate the site',
    { timeout: 240_000 },
    async (_word, isolation) => {
      const own = isolation ? site : await openSite({ isolation });
      const victim = await openVictim(own);
      elsewhere.hits.length = 0;
      // A check that the log works, from outside of the browser.
      await fetch(at('http://HOST/check'));
      // Several in one cell, one after another: each has its own second.
      const ways = Object.values(waysOut).map((way) => tried(at(way)).replace('console.log', 'void '));
      for (let first = 0; first < ways.length; first += 8) {
        const source = ways.slice(first, first + 8).map((way) => `{ ${way} }`);
        expect(await said(victim, `${source.join('\n')}\nconsole.log('all tried')`)).toContain('all tried');
      }
      for (const way of shownWays) await said(victim, at(way));
      await victim.page.waitForTimeout(1000);
      expect(elsewhere.hits).toEqual(['/check']);
      expect(victim.errors).toEqual([]);
      await victim.close();
      if (own !== site) await own.close();
    },
  );

  it('a cell reads the data files of the site, and no other file', async () => {
    const victim = await openVictim(site);
    const read = (path: string): string =>
      tried(
        `const response = await fetch(${JSON.stringify(site.url)} + ${JSON.stringify(path)}); return response.ok ? 'has read ' + (await response.arrayBuffer()).byteLength : 'status ' + response.status`,
      );
    expect(await said(victim, read('data/digits/README.md'))).toMatch(/has read \d{3,}/);
    for (const path of [
      '',
      'en/',
      'en/convolution/index.html',
      '404.html',
      '_headers',
      'favicon.svg',
      'en/search.json',
      'data/../en/index.html',
      'data/%2e%2e/en/index.html',
      'data/..%2fen%2findex.html',
      'data/digits/../../en/index.html',
      '\\data\\..\\en\\index.html',
    ])
      expect(await said(victim, read(path)), path).not.toContain('has read');
    expect(victim.errors).toEqual([]);
    await victim.close();
  });
});
