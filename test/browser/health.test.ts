import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cellAt, cellNames, openSite, typeInto, type Site, outputAt } from './site';

let site: Site;
let page: Page;
let hostile: string;
let next: string;
beforeAll(async () => {
  site = await openSite();
  ({ page } = await site.open('/en/convolution/'));
  [hostile = '', next = ''] = await cellNames(page);
});
afterAll(() => site.close());

const press = (cell: string, action: string): Promise<void> =>
  page
    .locator(`${cellAt(cell)} [data-action="${action}"]`)
    .first()
    .click();

/** The text of the cell's outputs and notes. */
const told = async (cell: string): Promise<string> => (await page.locator(cellAt(cell)).textContent()) ?? '';

const atRest = (cell: string): Promise<unknown> =>
  expect
    .poll(() => page.locator(cellAt(cell)).getAttribute('data-state'), { timeout: 20_000 })
    .toMatch(/done|failed|stopped|stale/);

/** Cells of which each once spoiled the next, or said nothing, with what it must say now. */
const cells: [source: string, says: RegExp][] = [
  ['throw (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()', /Thrown/],
  ['throw new Proxy({}, { getPrototypeOf() { throw 1 } })', /Thrown/],
  ['throw tf.tensor([1, 2])', /Tensor \[2\] float32/],
  ['throw Object.create(null)', /Thrown: \{\}/],
  ['throw undefined', /Thrown: undefined/],
  ['throw new AggregateError([new Error("one")], "all")', /Behind it: Error: one/],
  ['Promise.reject(undefined); 1', /Thrown: undefined/],
  ['setTimeout(() => { throw null }, 0); 2', /Thrown: null/],
  ['WebAssembly.instantiate(new Uint8Array([1, 2, 3])); 3', /CompileError/],
  ['close(); 4', /cannot close the kernel/],
  ['setTimeout(function f() { Promise.resolve().then(f) }, 0); 5', /no longer answered/],
  ['function flood() { setTimeout(flood, 0); setTimeout(flood, 0) } flood(); 6', /at once: all of them were ended/],
  ['Promise.resolve = null; 7', /replaced Promise\.resolve/],
  ['self.Map = null; 8', /replaced Map/],
  ['Array.isArray = () => true; 9', /replaced Array\.isArray/],
  ['delete self.URL; 10', /replaced URL/],
  ['self.Promise = null; 11', /replaced Promise/],
  ['Object.freeze(Array.prototype); 12', /replaced Array\.prototype/],
  ['self.postMessage = null; 13', /replaced postMessage/],
  ['Object.prototype.then = function () {}; 14', /Object\.prototype\.then/],
  ['Function.prototype.call = null; 15', /replaced Function\.prototype\.call/],
  ['String.prototype.split = null; 16', /replaced String\.prototype\.split/],
  ["await fetch('https://example.com/')", /out of reach/],
  ["new WebSocket('wss://example.com/')", /this site only/],
  ["await import('https://example.com/a.js')", /this site only/],
  ['document.createElement("p")', /there is no document here/],
  ['self.localStorage.setItem("a", "b")', /there is no localStorage here/],
  ['eval("1 + 1")', /cannot turn text into code/],
  ['new Float32Array(1e11)', /more memory than there is/],
  ['(function f(): number { return f() + 1 })()', /calls itself too often/],
];

describe('a cell of this kind says what happened, and the next one runs without Restart', () => {
  it.each(cells)('%s', async (source, says) => {
    await typeInto(page, hostile, source);
    await press(hostile, 'run');
    await atRest(hostile);
    await typeInto(page, next, '1 + 1');
    await press(next, 'run');
    await expect
      .poll(() => page.locator(outputAt(next, 'tree')).allTextContents(), { timeout: 15_000 })
      .toContainEqual(expect.stringContaining('2'));
    await expect.poll(() => page.locator(cellAt(next)).getAttribute('data-state')).toMatch(/done|stale/);
    await expect.poll(() => told(hostile), { timeout: 10_000 }).toMatch(says);
  });
});

it('a promise that never lets anything else happen is a run without an end: Stop ends it, and the next cell runs', async () => {
  await typeInto(page, hostile, '(function f() { Promise.resolve().then(f) })(); 5');
  await press(hostile, 'run');
  await expect.poll(() => page.locator(cellAt(hostile)).getAttribute('data-state')).toBe('running');
  await press(hostile, 'stop');
  await expect.poll(() => page.locator(cellAt(hostile)).getAttribute('data-state')).toBe('stopped');
  await typeInto(page, next, '1 + 1');
  await press(next, 'run');
  await expect.poll(() => page.locator(cellAt(next)).getAttribute('data-state')).toBe('done');
});

it('a handler of the worker belongs to the cell that set it, and ends with it', async () => {
  const trees = (cell: string): Promise<string[]> => page.locator(outputAt(cell, 'tree')).allTextContents();
  const run = async (cell: string, source: string): Promise<void> => {
    await typeInto(page, cell, source);
    await press(cell, 'run');
    await atRest(cell);
  };
  const heard = expect.arrayContaining([expect.stringContaining('heard')]);
  await run(hostile, "self.onmessage = () => { show('heard') }\n1");
  await run(next, "self.dispatchEvent(new Event('message'))\n2");
  await expect.poll(() => trees(hostile)).toEqual(heard);
  expect(await trees(next)).not.toEqual(heard);
  await run(hostile, '3');
  await run(next, "self.dispatchEvent(new Event('message'))\nself.onmessage === null");
  await expect.poll(() => trees(next)).toContainEqual(expect.stringContaining('true'));
  expect(await trees(hostile)).not.toEqual(heard);
});

it('without JavaScript a page says why there is no Run', async () => {
  const reader = await site.open('/zh-cn/convolution/', { javaScriptEnabled: false });
  expect(await reader.page.locator('body').textContent()).toContain('浏览器没有在这里运行 JavaScript');
  await reader.context.close();
});
