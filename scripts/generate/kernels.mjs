// Compiles src/backend/kernels (AssemblyScript) to .generated/: a module for a plain memory and one for a shared memory.
import '../node-version.mjs';
import fs, { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = fs.globSync('src/backend/kernels/*.as.ts', { cwd: root });
const shared = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
const DATA = 11;

await mkdir(`${root}.generated`, { recursive: true });
await build('kernels', []);
await build('kernels-threads', shared);

/** The module lives in the memory of tfjs's backend: it must own no byte of it and allocate none. */
async function build(name, more) {
  const out = `.generated/${name}.wasm`;
  if (isFresh(out)) return;
  const unfinished = `.generated/${name}.${process.pid}.wasm`;
  const files = ['src/backend/kernels/index.as.ts', '--baseDir', root, '--outFile', unfinished];
  const code = ['--optimizeLevel', '3', '--converge', '--enable', 'simd'];
  const memory = ['--importMemory', '--runtime', 'stub', '--noAssert', ...more];
  const { error, stderr } = await asc.main([...files, ...code, ...memory]);
  if (error) throw new Error(`${stderr}`, { cause: error });
  const bytes = await readFile(root + unfinished);
  const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
  if (imports.length !== 1 || imports[0]?.name !== 'memory') throw new Error(`${out} imports more than a memory`);
  if (sections(bytes).includes(DATA))
    throw new Error(`${out} holds static data, which would overwrite the backend's own`);
  // Renamed when whole: others may be reading.
  await rename(root + unfinished, root + out);
  console.log(`${out}: ${bytes.length} bytes`);
}

function isFresh(out) {
  if (!existsSync(root + out)) return false;
  const { mtimeMs } = statSync(root + out);
  return [fileURLToPath(import.meta.url), ...sources.map((source) => root + source)].every(
    (file) => statSync(file).mtimeMs < mtimeMs,
  );
}

/** The numbers of a module's sections. Each is a number, a length in LEB128, and so many bytes. */
function sections(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length;) {
    found.push(bytes[at++]);
    let [length, shift] = [0, 0];
    for (let more = true; more; shift += 7) {
      length |= (bytes[at] & 127) << shift;
      more = bytes[at++] > 127;
    }
    at += length;
  }
  return found;
}
