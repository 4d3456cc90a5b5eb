/**
 * Serves the built book with the headers of production: `npm run preview -- [--port 4321] [--host 127.0.0.1] [--root dist] [--no-isolation]`.
 * Browser tests import `startServer`.
 */
import './node-version.mjs';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, resolve, sep } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const alwaysHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  // Only the book's own pages may frame it.
  'Content-Security-Policy': "frame-ancestors 'self'",
};
/** The frame of the kernel has an opaque origin, to which the book is another site. */
const frameHeaders = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

const compress = promisify(gzip);
/** Compressed texts, so that a second visit costs nothing. Keyed by path and modification time. */
const compressed = new Map();

/**
 * Starts a static server for a built site.
 * @param {{ root?: string, port?: number, host?: string, isolation?: boolean, base?: string }} options `port` 0 takes a free one;
 *   `isolation` false leaves out COOP and COEP, as GitHub Pages does; `base` is the sub-path that the site was built for.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startServer({
  root = 'dist',
  port = 4321,
  host = '127.0.0.1',
  isolation = true,
  base = '/',
} = {}) {
  const folder = resolve(root);
  const prefix = `/${base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  const headers = { ...alwaysHeaders, ...(isolation ? isolationHeaders : {}) };
  const server = createServer((request, response) => {
    answer({ request, response, folder, prefix, headers }).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, headers);
      response.end();
    });
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, host, done));
  const url = `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address().port}${prefix}`;
  const close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, close };
}

async function answer({ request, response, folder, prefix, headers }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  // Not by `new URL`, to which `//` is the beginning of a host.
  const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? '/') ?? [];
  const path = localPath(pathname, folder, prefix);
  const found = path && (await locate(path));
  if (found?.redirect) {
    const folders = relative(folder, path).split(sep).map(encodeURIComponent).join('/');
    response.writeHead(301, { ...headers, Location: `${prefix}${folders}/${search}` }).end();
    return;
  }
  const file = found ?? (await locate(join(folder, '404.html')));
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  await send({ request, response, file, status: found ? 200 : 404, folder, headers });
}

/** The file behind a URL's path, or nothing if the path is malformed or leaves the folder. */
function localPath(pathname, folder, prefix) {
  if (!`${pathname}/`.startsWith(prefix)) return undefined;
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname.slice(prefix.length - 1))));
    const inside = path === folder || path.startsWith(folder + sep);
    return inside && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

async function locate(path) {
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile()) return path.endsWith(sep) ? undefined : { path, info };
  if (!info?.isDirectory()) return undefined;
  const index = join(path, 'index.html');
  const indexInfo = await stat(index).catch(() => undefined);
  if (!indexInfo?.isFile()) return undefined;
  return path.endsWith(sep) ? { path: index, info: indexInfo } : { redirect: true };
}

async function send({ request, response, file, status, folder, headers }) {
  const { path, info } = file;
  // A .gz file is sent as plain data: with Content-Encoding the browser would unpack it before the page does.
  const type = types[extname(path)] ?? 'application/octet-stream';
  const tag = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`;
  const hashed = ['_astro', 'kept'].some((name) => path.startsWith(join(folder, name) + sep));
  const all = {
    ...headers,
    ...(path === join(folder, 'place.html') && frameHeaders),
    'Content-Type': type,
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
  };
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, all).end();
    return;
  }
  const zips = /^(text\/|application\/(json|xml|wasm|manifest)|image\/svg)/.test(type);
  if (zips && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    const body = await zipped(path, tag);
    response.writeHead(status, { ...all, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  response.writeHead(status, { ...all, 'Content-Length': info.size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response);
}

async function zipped(path, tag) {
  const known = compressed.get(path);
  if (known?.tag === tag) return known.body;
  const body = await compress(await readFile(path), { level: 6 });
  compressed.set(path, { tag, body });
  return body;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.PORT ?? '4321' },
      host: { type: 'string', default: '127.0.0.1' },
      root: { type: 'string', default: 'dist' },
      base: { type: 'string', default: process.env.BASE ?? '/' },
      'no-isolation': { type: 'boolean', default: false },
    },
  });
  const { url } = await startServer({
    root: values.root,
    port: Number(values.port),
    host: values.host,
    base: values.base,
    isolation: !values['no-isolation'],
  });
  console.log(`Receptive: ${url}`);
}
