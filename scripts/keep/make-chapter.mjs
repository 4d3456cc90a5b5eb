import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { promisify } from 'node:util';

const start = promisify(execFile);
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs a chapter in each language, both at a time, and draws what its cells showed: `{ ran, stills }`, each by locale. Both are separate
 * processes, because the kernel wants a worker's globals and the renderers a page's.
 */
export async function makeChapter(chapter, file, locales) {
  const folder = await mkdtemp(join(tmpdir(), 'receptive-keep-'));
  try {
    const made = await Promise.all(
      locales.map(async (locale) => {
        const [ran, drawn] = ['ran', 'drawn'].map((what) => join(folder, `${locale}.${what}`));
        await start(process.execPath, [script('run.mjs'), file, locale, ran]);
        await start(process.execPath, [script('draw.mjs'), chapter, locale, ran, drawn]);
        return [locale, deserialize(await readFile(ran)), deserialize(await readFile(drawn))];
      }),
    );
    return {
      ran: Object.fromEntries(made.map(([locale, ran]) => [locale, ran])),
      stills: Object.fromEntries(made.map(([locale, , drawn]) => [locale, drawn])),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
