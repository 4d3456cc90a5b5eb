import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Bundles the benchmark's page and opens it twice in Chromium: alone (cross-origin isolated, so that threads exist) and not.
 */
export async function openBrowser() {
  const outDir = await mkdtemp(join(tmpdir(), 'receptive-bench-'));
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'esnext', chunkSizeWarningLimit: 9000 },
  });
  const server = createServer(async ({ url = '/' }, answer) => {
    const [, isolated, ...path] = url.split('/');
    const file = path.join('/') || 'index.html';
    try {
      const bytes = await readFile(join(outDir, file));
      answer.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      if (isolated === 'isolated') {
        answer.setHeader('cross-origin-opener-policy', 'same-origin');
        answer.setHeader('cross-origin-embedder-policy', 'require-corp');
      }
      answer.end(bytes);
    } catch {
      answer.statusCode = 404;
      answer.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
  });
  return {
    async page(isolated) {
      const page = await (await browser.newContext()).newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`http://127.0.0.1:${port}/${isolated ? 'isolated' : 'plain'}/index.html`);
      await page.waitForFunction('globalThis.ask');
      return page;
    },
    async targets() {
      const session = await browser.newBrowserCDPSession();
      const known = new Set();
      // Nested workers are found by attaching to every worker in turn.
      await session.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
      session.on(
        'Target.targetCreated',
        ({ targetInfo }) => targetInfo.type === 'worker' && known.add(targetInfo.targetId),
      );
      session.on('Target.targetDestroyed', ({ targetId }) => known.delete(targetId));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        async list() {
          await new Promise((resolve) => setTimeout(resolve, 300));
          return [...known];
        },
      };
    },
    async close() {
      await browser.close();
      server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Gives an order to a worker of the page. */
export function ask(page, name, order) {
  return page.evaluate(([who, what]) => globalThis.ask(who, what), [name, order]);
}
