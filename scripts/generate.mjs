/** `npm run generate`: runs every step of scripts/generate/, in the order of their names. Each step skips what is fresh. */
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('generate', import.meta.url));
for (const step of fs.globSync('*.mjs', { cwd: folder }).sort()) {
  const { status } = spawnSync(process.execPath, [`${folder}/${step}`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
