/** `npm start`: builds the book if the build is older than its sources, then serves it with the headers of production. */
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import fs, { statSync } from 'node:fs';
import { startServer } from './serve.mjs';

const sources = ['content/**/*', 'public/**/*', 'scripts/**/*', 'src/**/*', '*.{mjs,json}'];
const built = 'dist/en/index.html';

function changed(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() ? info.mtimeMs : 0;
}

const newest = Math.max(...fs.globSync(sources).map(changed));
if (changed(built) < newest) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const port = Number(process.env.PORT ?? 4321);
const base = process.env.BASE ?? '/';
try {
  const { url } = await startServer({ root: 'dist', port, base });
  console.log(`\n  Receptive is open at ${url}\n`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start (Windows: see docs/deploying.md)`);
  process.exit(1);
}
