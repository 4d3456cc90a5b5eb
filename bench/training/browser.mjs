import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../.generated/bench/', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Bundles the benchmark's page and opens it twice in Chromium: alone (cross-origin isolated, so that threads exist) and not.
 * @returns {Promise<{ page(isolated: boolean): Promise<import('playwright-core').Page>, close(): Promise<void> }>}
 */
export async function openBrowser() {
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
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Gives an order to a worker of the page. */
export function ask(page, name, order) {
  return page.evaluate(([who, what]) => globalThis.ask(who, what), [name, order]);
}
