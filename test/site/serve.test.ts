import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../scripts/serve.mjs';

let folder: string;
let server: { url: string; close(): Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receptive-serve-'));
  const root = join(folder, 'dist');
  for (const path of ['en', '_astro', 'data']) await mkdir(join(root, path), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(root, 'en/index.html'), '<p>book</p>'.repeat(100));
  await writeFile(join(root, '404.html'), '<p>lost</p>');
  await writeFile(join(root, '_astro/page.abc.js'), 'export {};');
  await writeFile(join(root, 'data/a.idx.gz'), gzipSync('digits'));
  await writeFile(join(root, 'data/k.wasm'), Uint8Array.of(0, 97, 115, 109));
  server = await startServer({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** As fetch, but the path goes over the wire as it is written and nothing is unpacked. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const { port } = new URL(server.url);
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', fail).end();
  });
}

describe('the server', () => {
  test('sends pages with the headers of production', async () => {
    const { status, headers } = await get('/en/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "frame-ancestors 'self'",
      'cache-control': 'no-cache',
    });
  });

  test('gzips text for those who can unpack it', async () => {
    const { headers, body } = await get('/en/', { 'Accept-Encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toContain('book');
    expect((await get('/en/')).headers['content-encoding']).toBeUndefined();
  });

  test('gzips a page anew that was built anew', async () => {
    const path = join(folder, 'dist/en/new.html');
    const read = async () => gunzipSync((await get('/en/new.html', { 'Accept-Encoding': 'gzip' })).body).toString();
    for (const text of ['<p>one</p>', '<p>another</p>']) {
      await writeFile(path, text);
      expect([await read(), await read()]).toEqual([text, text]);
    }
  });

  test('sends data sets as the bytes that they are', async () => {
    const { headers, body } = await get('/data/a.idx.gz', { 'Accept-Encoding': 'gzip' });
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(body).toString()).toBe('digits');
  });

  test('gives wasm and scripts their types', async () => {
    expect((await get('/data/k.wasm')).headers['content-type']).toBe('application/wasm');
    expect((await get('/_astro/page.abc.js')).headers['content-type']).toContain('text/javascript');
  });

  test('lets hashed files be kept for ever, and answers 304 where nothing changed', async () => {
    expect((await get('/_astro/page.abc.js')).headers['cache-control']).toContain('immutable');
    const first = await get('/en/');
    expect((await get('/en/', { 'If-None-Match': String(first.headers['etag']) })).status).toBe(304);
  });

  test('redirects a folder without a trailing slash', async () => {
    expect(await get('/en?a=1')).toMatchObject({ status: 301, headers: { location: '/en/?a=1' } });
  });

  test.each(['//', '//en', '///en', '/en//', '//en?a=1', '/./en'])(
    'answers %s without an error, and sends nobody to another host',
    async (path) => {
      const { status, headers } = await get(path);
      expect([200, 301, 404]).toContain(status);
      if (status === 301) expect(headers['location']).toMatch(/^\/en\/(\?a=1)?$/);
    },
  );

  test.each(['http://[::1', 'http://elsewhere.example/en', '*', '//elsewhere.example', '/\\elsewhere.example'])(
    'does not know %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('lets the opaque origin of the kernel load its frame, and nothing else', async () => {
    await writeFile(join(folder, 'dist/place.html'), '<script></script>');
    expect((await get('/place.html')).headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect((await get('/en/')).headers['cross-origin-resource-policy']).toBeUndefined();
  });

  test('answers a missing file with the book’s 404 page', async () => {
    const { status, body } = await get('/en/nothing/');
    expect([status, body.toString()]).toEqual([404, '<p>lost</p>']);
  });

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/en/..%2f..%2fsecret.txt', '//../secret.txt', '/%00', '/%'])(
    'never leaves its folder for %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(404);
      expect(body.toString()).not.toContain('secret');
    },
  );

  test('takes only GET and HEAD', async () => {
    expect((await get('/en/', {}, 'POST')).status).toBe(405);
    expect((await get('/en/', {}, 'HEAD')).body.length).toBe(0);
  });

  test('can leave out isolation and serve below a sub-path', async () => {
    const other = await startServer({ root: join(folder, 'dist'), port: 0, isolation: false, base: '/book' });
    const answer = await fetch(`${other.url}en/`);
    const outside = await fetch(new URL('/en/', other.url));
    await other.close();
    expect(other.url).toMatch(/\/book\/$/);
    expect([answer.status, answer.headers.get('cross-origin-opener-policy'), outside.status]).toEqual([200, null, 404]);
  });
});
