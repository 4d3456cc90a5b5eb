import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * The policy of a page whose inline scripts have the given hashes. Workers start from `blob:` because only such a worker inherits the
 * page's policy. Cells have a frame with a stricter one.
 */
export function contentSecurityPolicy(hashes: readonly string[]): string {
  const scripts = ["'self'", 'blob:', "'wasm-unsafe-eval'", ...hashes.map((hash) => `'${hash}'`)];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const dataBlock = /\btype\s*=\s*["']?(?!module\b|text\/javascript\b|importmap\b|speculationrules\b)[a-z]/i;

/** `sha256-…` of each inline script of a page, each once, in the order of the page. Data blocks (JSON) are not scripts. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(script)]
    .filter(([, attributes = '', body = '']) => !/\bsrc\s*=/i.test(attributes) && body && !dataBlock.test(attributes))
    .map(([, , body = '']) => hashOf(body));
  return [...new Set(hashes)];
}

/** `sha256-…` of a script, as a policy names it. */
export const hashOf = (script: string): string =>
  `sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}`;

/**
 * The page with its policy right after `<meta charset>`: scripts before the policy would escape it, so there must be none.
 * @param scripts what the page's frames run besides
 */
export function addPolicy(html: string, scripts: readonly string[] = []): string {
  const charset = /<meta\s+charset\s*=\s*["']?[\w-]+["']?\s*\/?>/i.exec(html);
  if (!charset) throw new Error('the page has no <meta charset>');
  const end = charset.index + charset[0].length;
  if (/<script\b/i.test(html.slice(0, end))) throw new Error('a script comes before <meta charset>');
  const policy = contentSecurityPolicy([...inlineScriptHashes(html), ...scripts.map(hashOf)]);
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policy}">${html.slice(end)}`;
}

/**
 * Writes the policy into every built page.
 * @param scripts inline scripts of frames that a page makes: those inherit its policy
 */
export function csp(scripts: readonly string[]): AstroIntegration {
  return {
    name: 'receptive-csp',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = globSync('**/*.html', { cwd: root });
        await Promise.all(
          pages.map(async (page) => {
            const path = join(root, page);
            await writeFile(path, addPolicy(await readFile(path, 'utf8'), scripts));
          }),
        );
        logger.info(`policy written into ${pages.length} pages`);
      },
    },
  };
}
