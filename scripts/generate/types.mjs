/**
 * Writes the types that the editor knows into .generated/types/: TensorFlow.js as one file (tf.d.ts), the book's library twice, as
 * modules (lab.d.ts, datasets.d.ts) and as global names (globals.d.ts), since cells use it without an import, and what the platform
 * offers a cell (platform.d.ts); and TypeScript's messages in Chinese.
 */
import '../node-version.mjs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { everydayTypes } from './types/everyday.mjs';
import { platformTypes } from './types/platform.mjs';
import { repairTypes } from './types/repairs.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.generated/types');
const tfjs = [
  'tfjs',
  'tfjs-core',
  'tfjs-layers',
  'tfjs-converter',
  'tfjs-data',
  'tfjs-backend-cpu',
  'tfjs-backend-webgl',
].map((name) => `@tensorflow/${name}`);

const inputs = [
  'src/lab',
  'src/datasets',
  'src/words/locales.ts',
  'package-lock.json',
  'scripts/generate/types.mjs',
  'scripts/generate/types',
];
/** The languages of the chapters for which TypeScript has messages. */
const written = new Set(fs.globSync('content/*/*.mdx', { cwd: root }).map((path) => basename(path, '.mdx')));
const spoken = [...written].sort().filter((locale) => existsSync(messagesFile(locale)));
const stamp = createHash('sha256')
  .update([...inputs.map(contents), ...spoken].join('\0'))
  .digest('hex');
const stampFile = join(folder, 'stamp');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tf-entry.ts'), "export * from '@tensorflow/tfjs';\n");
const compilerOptions = {
  target: 'ESNext',
  module: 'ESNext',
  moduleResolution: 'Bundler',
  types: [],
  lib: ['ESNext', 'WebWorker', 'DOM'],
  skipLibCheck: true,
  strict: true,
};
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({ compilerOptions, files: ['tf-entry.ts', '../../src/lab/verbs.ts', '../../src/datasets/verbs.ts'] }),
);

const tf = bundle('.generated/types/tf-entry.ts', ['--external-inlines', ...tfjs]);
const lab = bundle('src/lab/verbs.ts', []);
const datasets = bundle('src/datasets/verbs.ts', []);
// As a UMD module, `tf` is a global value and a global namespace of types (tf.Tensor) at once.
write('tf.d.ts', `${everydayTypes(repairTypes(tf))}\nexport as namespace tf;\n`);
write('lab.d.ts', lab);
write('datasets.d.ts', datasets);
write('globals.d.ts', [lab, datasets].map(asGlobals).join('\n'));
write('platform.d.ts', platformTypes());
for (const locale of spoken) write(`messages.${locale}.json`, JSON.stringify(messagesIn(locale)));
writeFileSync(stampFile, stamp);

function bundle(entry, options) {
  const out = join(folder, 'bundle.d.ts');
  const tool = join(root, 'node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js');
  const args = [
    tool,
    '--silent',
    '--no-check',
    '--no-banner',
    '--project',
    join(folder, 'tsconfig.json'),
    '--export-referenced-types=false',
    ...options,
    '-o',
    out,
    '--',
    entry,
  ];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(out, 'utf8');
}

/** The same declarations in a script file, where a top-level name is global. */
function asGlobals(module) {
  return module
    .replace(/^import .*;$/gm, '')
    .replace(/^export \{[^}]*\};$/gm, '')
    .replace(/^export declare /gm, 'declare ')
    .replace(/^export (interface|type) /gm, '$1 ');
}

/**
 * TypeScript's own translation of the syntax and type errors that a reader can see, by the keys with which TypeScript looks them up.
 */
function messagesIn(locale) {
  // What cannot be indexed, is never used, or never reached.
  const other = [7053, 6133, 6138, 6192, 6196, 6198, 6199, 6205, 7027, 7028];
  const codeOf = (key) => Number(/\d+$/.exec(key)?.[0]);
  const ofCode = ([key]) => {
    const code = codeOf(key);
    return (code >= 1000 && code < 3000) || other.includes(code) || code >= 18000;
  };
  return Object.fromEntries(Object.entries(JSON.parse(readFileSync(messagesFile(locale), 'utf8'))).filter(ofCode));
}

function messagesFile(locale) {
  return join(root, `node_modules/typescript/lib/${locale}/diagnosticMessages.generated.json`);
}

function write(name, text) {
  writeFileSync(join(folder, name), text);
}

function contents(path) {
  const whole = join(root, path);
  if (path.includes('.')) return readFileSync(whole, 'utf8');
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file}\0${readFileSync(file, 'utf8')}`)
    .join('\0');
}
