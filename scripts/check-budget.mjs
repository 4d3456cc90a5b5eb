/**
 * `npm run budget [-- --root dist]`: what each built page makes a reader fetch before they act. Fails if a page's scripts, with
 * everything that they import statically, are more than 40 kB gzipped, or contain tfjs, Monaco or chart.js.
 */
import './node-version.mjs';
import fs, { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';

const budget = 40_000;
/** Strings of each library that survive minifying. */
const heavy = {
  tfjs: /tfjs|BACKPROP_FILTER|Conv2DBackpropInput/,
  monaco: /monaco-editor|monaco-mouse-cursor/,
  'chart.js': /chartjs|_chartjs|Chart\.js/,
};

const { values } = parseArgs({
  options: { root: { type: 'string', default: 'dist' }, base: { type: 'string', default: process.env.BASE ?? '/' } },
});
const root = resolve(values.root);

/** The file behind an address on the site. */
function fileOf(address, from) {
  const base = values.base.replace(/\/?$/, '/');
  if (address.startsWith('.')) return resolve(dirname(from), address);
  return join(root, address.startsWith(base) ? address.slice(base.length) : address);
}

/** Addresses of the modules that a module imports statically. */
function staticImports(code) {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return body.flatMap((node) => (node.source && node.type !== 'ExpressionStatement' ? [node.source.value] : []));
}

/** All scripts of a page: inline ones as text, others as files, with the files that they import. */
function scriptsOf(page) {
  const html = readFileSync(page, 'utf8');
  const inline = [];
  const files = new Set();
  const take = (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (!existsSync(file)) throw new Error(`${page} loads ${file}, which does not exist`);
    for (const address of staticImports(readFileSync(file, 'utf8'))) take(fileOf(address, file));
  };
  for (const [, attributes, text] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    if (source) take(fileOf(source, page));
    else if (!/type="application\/(json|ld\+json)"/.test(attributes)) {
      inline.push(text);
      if (/type="module"/.test(attributes)) for (const address of staticImports(text)) take(fileOf(address, page));
    }
  }
  for (const [link] of html.matchAll(/<link\b[^>]*rel="modulepreload"[^>]*>/g))
    take(fileOf(/href="([^"]+)"/.exec(link)[1], page));
  return { inline, files: [...files] };
}

const rows = [];
const faults = [];
for (const page of fs.globSync('**/*.html', { cwd: root }).sort()) {
  const { inline, files } = scriptsOf(join(root, page));
  const texts = [...inline, ...files.map((file) => readFileSync(file, 'utf8'))];
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  const brought = Object.keys(heavy).filter((library) => texts.some((text) => heavy[library].test(text)));
  if (bytes > budget) faults.push(`${page}: ${bytes} bytes of script before the first click, ${budget} are allowed`);
  if (brought.length > 0) faults.push(`${page}: brings ${brought.join(', ')} before the first click`);
  rows.push({ page, inline: inline.length, files: files.length, 'gzipped bytes': bytes });
}

if (rows.length === 0) faults.push(`${root} holds no pages: build first`);
console.table(rows);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
