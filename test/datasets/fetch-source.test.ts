import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchSource } from '../../src/datasets';
import { gunzip } from '../../src/datasets/gunzip';
import { parseIdx } from '../../src/datasets/idx';
import { readyForDatasets } from './ready';

const path = 'data/digits/train-images-0.idx.gz';
let server: Server;
let base: string;
let bytes: Buffer;

beforeAll(async () => {
  await readyForDatasets();
  bytes = await readFile(new URL(`../../public/${path}`, import.meta.url));
  server = createServer((request, response) => {
    if (request.url === `/book/${path}`) response.end(bytes);
    else if (request.url === `/encoded/${path}`) response.setHeader('Content-Encoding', 'gzip').end(bytes);
    else if (request.url === `/cut/${path}`)
      response.setHeader('Content-Length', bytes.length).write(bytes.subarray(0, 9000), () => response.destroy());
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('bytes are read below the base, with their progress', async () => {
  const received: number[] = [];
  const read = await fetchSource(`${base}/book/`).read(path, (count) => received.push(count));
  expect(Buffer.compare(read, bytes)).toBe(0);
  expect(received.at(-1)).toBe(bytes.length);
});

test('it does not matter whether the host sends them with Content-Encoding: gzip', async () => {
  const arrays = await Promise.all(
    ['book', 'encoded'].map(async (host) =>
      parseIdx(await gunzip(await fetchSource(`${base}/${host}/`).read(path, () => {})), path),
    ),
  );
  expect(arrays[1]).toEqual(arrays[0]);
});

test('a file that the server does not have is named, with the status', async () => {
  await expect(fetchSource(`${base}/elsewhere/`).read(path, () => {})).rejects.toThrow(
    `${path} is not on this site: the server answered 404.`,
  );
});

test('a server that cannot be reached, or that breaks off, is reported as such', async () => {
  const message = `${path} could not be fetched. Is this device offline?`;
  await expect(fetchSource('http://127.0.0.1:9/').read(path, () => {})).rejects.toThrow(message);
  await expect(fetchSource(`${base}/cut/`).read(path, () => {})).rejects.toThrow(message);
});
