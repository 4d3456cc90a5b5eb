// Compiles src/backend/kernels (AssemblyScript) to .generated/: a module for a plain memory and one for a shared memory.
import { mkdir, readFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];

const DATA = 11;

await mkdir(`${root}.generated`, { recursive: true });
await build('kernels', []);
await build('kernels-threads', shared);

/** The module lives in the memory of tfjs's backend: it must own no byte of it and allocate none. */
async function build(name, more) {
  const out = `.generated/${name}.wasm`;
  const fresh = `.generated/${name}.${process.pid}.wasm`;
  const options = [
    'src/backend/kernels/index.as.ts',
    '--baseDir',
    root,
    '--outFile',
    out,
    '--optimizeLevel',
    '3',
    '--converge',
  ];
  const memory = ['--importMemory', '--runtime', 'stub', '--noAssert', '--enable', 'simd', ...more];
  const { error, stderr } = await asc.main([...options, ...memory]);
  if (error) throw new Error(`${stderr}`, { cause: error });
  const bytes = await readFile(root + fresh);
  const module = await WebAssembly.compile(bytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length !== 1 || imports[0]?.name !== 'memory') throw new Error(`${out} imports more than a memory`);
  if (sections(bytes).includes(DATA))
    throw new Error(`${out} holds static data, which would overwrite the backend's own`);
  // Renamed when whole: others may be reading.
  await rename(root + fresh, root + out);
  console.log(`${out}: ${bytes.length} bytes`);
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
