import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Lets pages follow the reader's system where no script sets their theme: Starlight's markup says that they are dark. */
export function systemTheme(): AstroIntegration {
  return {
    name: 'receptive-system-theme',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        let changed = 0;
        for (const page of globSync('**/*.html', { cwd: root })) {
          const path = join(root, page);
          const html = await readFile(path, 'utf8');
          const free = withoutTheme(html);
          if (free === html) continue;
          changed += 1;
          await writeFile(path, free);
        }
        if (changed === 0)
          throw new Error('system-theme: no page has a theme in its markup, so there is nothing to do: remove it');
        logger.info(`${changed} pages follow the system until a script sets their theme`);
      },
    },
  };
}

/** The page without a theme in its markup. */
export function withoutTheme(html: string): string {
  return html.replace(/(<html\b[^>]*?) data-theme="(?:dark|light)"/i, '$1');
}
