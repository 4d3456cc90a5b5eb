import { createServer, type Server } from 'node:http';
import { readFile as readDisk } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gunzip } from '../../src/datasets/gunzip';
import { parseIdx } from '../../src/datasets/idx';
import { readFile } from '../../src/notebook/kernel/place/read-file';

const path = 'data/digits/train-images-0.idx.gz';
let server: Server;
let host: string;
let bytes: Buffer;
const asked: string[] = [];

beforeAll(async () => {
  bytes = await readDisk(new URL(`../../public/${path}`, import.meta.url));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === `/book/${path}`) response.end(bytes);
    else if (request.url === `/encoded/${path}`) response.setHeader('Content-Encoding', 'gzip').end(bytes);
    else if (request.url === `/moved/${path}`) response.writeHead(302, { Location: `/book/${path}` }).end();
    else if (request.url === `/cut/${path}`)
      response.setHeader('Content-Length', bytes.length).write(bytes.subarray(0, 9000), () => response.destroy());
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const read = (base: string, hear: (received: number) => void = () => {}, file = path): Promise<ArrayBuffer> =>
  readFile(`${host}/${base}/`, file, hear);

test('bytes are read below the base, with their progress', async () => {
  const received: number[] = [];
  expect(Buffer.compare(new Uint8Array(await read('book', (count) => received.push(count))), bytes)).toBe(0);
  expect(received.at(-1)).toBe(bytes.length);
});

test('it does not matter whether the host sends them with Content-Encoding: gzip', async () => {
  const [plain, encoded] = await Promise.all(
    ['book', 'encoded'].map(async (base) => parseIdx(await gunzip(new Uint8Array(await read(base))), path)),
  );
  expect(encoded).toEqual(plain);
});

test('a file that the server does not have is refused with the status', async () => {
  await expect(read('elsewhere')).rejects.toMatchObject({ refusal: { why: 'missing', status: 404 } });
});

test('a server that breaks off, and one that sends elsewhere, gives nothing', async () => {
  await expect(read('cut')).rejects.toThrow();
  await expect(read('moved')).rejects.toThrow();
});

test.each([
  '',
  'data/',
  'en/convolution/index.html',
  '_astro/notebook.js',
  'data/../en/index.html',
  'data/%2e%2e/en/index.html',
  'data/..%2fen%2findex.html',
  'data/..%5cen%5cindex.html',
  '/data/digits/x.gz',
  '//elsewhere.example/data/x.gz',
  'https://elsewhere.example/data/x.gz',
  `${path}?once=more`,
  `${path}#there`,
  'data:text/plain,x',
  '../other/data/x.gz',
])('%s is not asked for', async (file) => {
  const before = asked.length;
  await expect(read('book', undefined, file)).rejects.toMatchObject({ refusal: { why: 'outside' } });
  expect(asked.length).toBe(before);
});
