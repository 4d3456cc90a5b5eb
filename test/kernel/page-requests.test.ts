import { beforeAll, expect, test } from 'vitest';
import { openPageRequests, type PageRequests } from '../../src/kernel/page/page-requests';
import { siteFetch, siteSource } from '../../src/kernel/page/site-files';
import type { FromKernel, PageRequest, Refusal } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

beforeAll(() => useWords(en, 'en'));

/** Requests that are answered with `bytes`, or refused. */
function page(given: Uint8Array<ArrayBuffer> | Refusal): { requests: PageRequests; asked: PageRequest[] } {
  const asked: PageRequest[] = [];
  const requests = openPageRequests((message: FromKernel) => {
    if (message.kind !== 'ask') return;
    const { id } = message;
    asked.push(message.request);
    queueMicrotask(() => {
      if (!(given instanceof Uint8Array)) return requests.take({ kind: 'refusal', id, refusal: given });
      requests.take({ kind: 'progress', id, received: 2 });
      requests.take({ kind: 'answer', id, answer: { bytes: given.buffer } });
    });
  });
  return { requests, asked };
}

test('each answer reaches the request of its number, whatever the order', async () => {
  const requests = openPageRequests(() => {});
  const asked = ['a', 'b'].map((path) => requests.ask({ act: 'read', path }));
  const [a, b] = [new ArrayBuffer(1), new ArrayBuffer(2)];
  requests.take({ kind: 'answer', id: 2, answer: { bytes: b } });
  requests.take({ kind: 'answer', id: 1, answer: { bytes: a } });
  requests.take({ kind: 'answer', id: 7, answer: {} });
  expect(await Promise.all(asked)).toEqual([{ bytes: a }, { bytes: b }]);
});

test('a data set is read with its progress', async () => {
  const heard: number[] = [];
  const read = siteSource(page(Uint8Array.of(1, 2, 3)).requests).read('data/x', (count) => heard.push(count));
  expect([...(await read), ...heard]).toEqual([1, 2, 3, 2]);
});

test.each([
  [{ why: 'missing', status: 404 }, 'data/x is not on this site: the server answered 404.'],
  [{ why: 'unreachable' }, 'data/x could not be fetched. Is this device offline?'],
  [{ why: 'outside' }, 'A cell reads only the files below data/ of this book, and data/x is not one of them.'],
  [{ why: 'too-many' }, 'Too many files were asked for at the same time.'],
] as const)('a data set that is refused says why: %o', async (refusal, message) => {
  await expect(siteSource(page(refusal).requests).read('data/x', () => {})).rejects.toThrow(message);
});

const base = 'https://book.example/receptive/';

test('fetch gives files of the site, by address or below the base', async () => {
  const { requests, asked } = page(Uint8Array.from(new TextEncoder().encode('{"a":1}')));
  const get = siteFetch(base, requests);
  const answers = [get('data/x.json'), get(`${base}data/x.json?v=2`), get(new Request(`${base}data/x.json`))];
  for (const answer of await Promise.all(answers)) expect(await answer.json()).toEqual({ a: 1 });
  expect(asked).toEqual(Array(3).fill({ act: 'read', path: 'data/x.json' }));
  expect((await get('data/k.wasm')).headers.get('Content-Type')).toBe('application/wasm');
});

test.each(['https://elsewhere.example/a.png', 'https://book.example/other/data/x', 'data:text/plain,x', '/data/x'])(
  'fetch of %s is refused in words, and nothing is asked',
  async (url) => {
    const { requests, asked } = page(Uint8Array.of());
    await expect(siteFetch(base, requests)(url)).rejects.toThrow(
      'is out of reach: a cell reads only this book’s own files',
    );
    expect(asked).toEqual([]);
  },
);

test('fetch sends nothing, and answers a missing file as a server does', async () => {
  await expect(siteFetch(base, page(Uint8Array.of()).requests)('data/x', { method: 'POST' })).rejects.toThrow(
    'out of reach',
  );
  const missing = await siteFetch(base, page({ why: 'missing', status: 404 }).requests)('data/none');
  expect([missing.ok, missing.status]).toEqual([false, 404]);
});
