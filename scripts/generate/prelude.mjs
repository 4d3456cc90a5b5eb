/**
 * Writes .generated/prelude.json: what a downloaded chapter has instead of the book's own functions.
 *
 * - `text`: src/notebook/download/prelude.ts without its imports, ambient declarations and `export`s, so that it can be the body of a function
 *   of `tf`, `site` and `chosen`; `names`: the functions in it that cells call
 * - `verbs`: all functions that the book offers to cells
 * - `tfjs`: the version of TensorFlow.js
 */
import '../node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const preludeFile = 'src/notebook/download/prelude.ts';
const shelvesFile = 'src/datasets/shelves.ts';
const verbFiles = ['src/lab/verbs.ts', 'src/datasets/verbs.ts'];
/** Replaces every verb that the prelude does not have. */
const fallback = 'drawnInTheBook';

const root = resolve(import.meta.dirname, '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const inputs = [preludeFile, shelvesFile, ...verbFiles, 'package.json', 'scripts/generate/prelude.mjs'];
const stamp = createHash('sha256').update(inputs.map(read).join('\0')).digest('hex');
const file = join(root, '.generated/prelude.json');
if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).stamp === stamp) process.exit(0);

const prelude = parse(preludeFile);
const verbs = verbFiles.flatMap((path) => parse(path).statements.flatMap(reexported)).sort();
const names = prelude.statements.filter(isExported).flatMap(declared);
const unknown = names.filter((name) => !verbs.includes(name) && name !== fallback);
if (unknown.length > 0) throw new Error(`${preludeFile} exports what the book does not have: ${unknown.join(', ')}`);
const text = indented(`${await usualCounts()}\n\n${bodyOf(prelude)}`);
const { dependencies } = JSON.parse(read('package.json'));

mkdirSync(join(root, '.generated'), { recursive: true });
const made = {
  stamp,
  tfjs: dependencies['@tensorflow/tfjs'],
  verbs,
  names: names.filter((name) => name !== fallback),
  text,
};
writeFileSync(file, `${JSON.stringify(made, undefined, 1)}\n`);

function parse(path) {
  return ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
}

function isExported(statement) {
  return modifiersOf(statement).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function modifiersOf(statement) {
  return (ts.canHaveModifiers(statement) && ts.getModifiers(statement)) || [];
}

/** The names that a function declaration or a `const` declares. */
function declared(statement) {
  if (ts.isFunctionDeclaration(statement)) return [statement.name.text];
  return statement.declarationList.declarations.map(({ name }) => name.text);
}

/** The values, not types, that `export { … } from '…'` re-exports. */
function reexported(statement) {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
    throw new Error(`${statement.getSourceFile().fileName}: only export { … } from '…' can be read`);
  if (statement.isTypeOnly) return [];
  return statement.exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

/** The module's own statements, in their original layout, because readers see the code. */
function bodyOf(source) {
  const own = source.statements.filter(
    (statement) =>
      !ts.isImportDeclaration(statement) &&
      !modifiersOf(statement).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword),
  );
  return own.map(withoutExport).join('').trim();
}

function withoutExport(statement) {
  const code = statement.getSourceFile().text;
  const edits = [];
  for (const modifier of modifiersOf(statement)) {
    if (modifier.kind === ts.SyntaxKind.ExportKeyword)
      edits.push({ start: modifier.getStart(), end: modifier.getEnd() + 1, text: '' });
  }
  const rename = (node) => {
    // The types of TensorFlow.js have another name in the module, since `tf` is declared there as a value.
    if (ts.isIdentifier(node) && node.text === 'TensorFlow')
      edits.push({ start: node.getStart(), end: node.getEnd(), text: 'tf' });
    ts.forEachChild(node, rename);
  };
  rename(statement);
  let done = statement.getFullStart();
  let result = '';
  for (const { start, end, text } of edits) {
    result += code.slice(done, start) + text;
    done = end;
  }
  return result + code.slice(done, statement.getEnd());
}

/** The declaration of `usual`: how many images of each data set are taken by default. */
async function usualCounts() {
  const { outputText } = ts.transpileModule(read(shelvesFile), { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const { shelves } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  const lines = Object.entries(shelves).map(
    ([name, { usual }]) => `  ${name}: { train: ${usual.train}, test: ${usual.test} },`,
  );
  return ['const usual = {', ...lines, '};'].join('\n');
}

function indented(code) {
  return code
    .split('\n')
    .map((line) => (line ? `  ${line}` : line))
    .join('\n');
}
