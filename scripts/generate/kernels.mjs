// Compiles src/backend/kernels (AssemblyScript) to .generated/: one module for a plain memory and one for a shared memory. Before that
// it generates what the kernels share with TypeScript, and the list of exports, from src/backend/abi.ts.
import '../node-version.mjs';
import fs, { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const abi = 'src/backend/abi.ts';
const sources = fs.globSync('src/backend/kernels/*.as.ts', { cwd: root });
const shared = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
const DATA = 11;

const stale = Object.entries({ kernels: [], 'kernels-threads': shared }).filter(([name]) => !isFresh(`${name}.wasm`));
if (stale.length > 0) {
  await mkdir(`${root}.generated`, { recursive: true });
  await writeAbi();
  for (const [name, more] of stale) await compile(name, more);
}

function isFresh(name) {
  const out = `${root}.generated/${name}`;
  if (!existsSync(out)) return false;
  const { mtimeMs } = statSync(out);
  return [fileURLToPath(import.meta.url), ...[abi, ...sources].map((source) => root + source)].every(
    (file) => statSync(file).mtimeMs < mtimeMs,
  );
}

/** Writes a class of arguments for each kernel, the sizes, and the module's exports: the kernels, whichever file they are in. */
async function writeAbi() {
  const { fieldsOf, kernels, sizes } = await import(`${root}${abi}`);
  const homes = new Map();
  for (const source of sources)
    for (const [, name] of (await readFile(root + source, 'utf8')).matchAll(/^export function (\w+)\(args: /gm))
      homes.set(name, source.slice(0, -'.ts'.length));
  for (const name of homes.keys()) if (!(name in kernels)) throw new Error(`${abi} does not name the kernel ${name}`);
  const lines = [`// Written by scripts/generate/kernels.mjs out of ${abi}.`];
  for (const [name, size] of Object.entries(sizes)) lines.push(`export const ${name}: i32 = ${size};`);
  const exported = [];
  for (const name of Object.keys(kernels)) {
    const home = homes.get(name);
    if (!home) throw new Error(`${abi} names a kernel ${name}, and no file of src/backend/kernels exports it`);
    const fields = fieldsOf(name).map((field) => `  ${field.name}: ${field.type};`);
    const className = `${name[0].toUpperCase()}${name.slice(1)}Arguments`;
    lines.push('', '@unmanaged', `export class ${className} {`, ...fields, '}');
    exported.push(`export { ${name} } from '../${home}';`);
  }
  await writeWhole('abi.as.ts', `${lines.join('\n')}\n`);
  await writeWhole('kernels.as.ts', `${exported.join('\n')}\n`);
}

/** The module uses the memory of tfjs's backend: it must hold no data in it and allocate nothing. */
async function compile(name, more) {
  const { default: asc } = await import('assemblyscript/asc');
  const unfinished = `.generated/${name}.${process.pid}.wasm`;
  const files = ['.generated/kernels.as.ts', '--baseDir', root, '--outFile', unfinished];
  const code = ['--optimizeLevel', '3', '--converge', '--enable', 'simd'];
  const memory = ['--importMemory', '--runtime', 'stub', '--noAssert', ...more];
  const { error, stderr } = await asc.main([...files, ...code, ...memory]);
  if (error) throw new Error(`${stderr}`, { cause: error });
  const bytes = await readFile(root + unfinished);
  const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
  if (imports.length !== 1 || imports[0]?.name !== 'memory') throw new Error(`${name} imports more than a memory`);
  if (sections(bytes).includes(DATA))
    throw new Error(`${name} holds static data, which would overwrite the backend's own`);
  await rename(root + unfinished, `${root}.generated/${name}.wasm`);
  console.log(`.generated/${name}.wasm: ${bytes.length} bytes`);
}

/** Renamed when complete, because another process may be reading the file. */
async function writeWhole(name, text) {
  const unfinished = `${root}.generated/${name}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, `${root}.generated/${name}`);
}

/** The numbers of a module's sections. Each is a number, a length in LEB128, and that many bytes. */
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
