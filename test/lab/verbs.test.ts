import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const room = join(root, 'src/lab');
/** The file whose exports cells can use. */
const list = join(room, 'verbs.ts');

type Declared = ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement | Described;
type Described = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const parsed = new Map<string, ts.SourceFile>();
function parse(file: string): ts.SourceFile {
  const source = parsed.get(file) ?? parseText(file, readFileSync(file, 'utf8'));
  parsed.set(file, source);
  return source;
}

function parseText(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

function nodesOf(root: ts.Node): ts.Node[] {
  const nodes = [root];
  for (const node of nodes) node.forEachChild((child) => void nodes.push(child));
  return nodes;
}

function filesBelow(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => pattern.test(file)).sort();
}

/** The declarations of a file by name. */
function declarationsOf(file: string): Map<string, Declared> {
  const named = parse(file).statements.flatMap((statement): [string, Declared][] => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => [name.getText(), statement]);
    }
    const declares =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return declares && statement.name ? [[statement.name.text, statement]] : [];
  });
  return new Map(named);
}

/** What a file imports or exports from other files of the room, by name. */
function borrowed(file: string): Map<string, string> {
  const names = parse(file).statements.flatMap((statement): [string, string][] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: from } = statement;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
    const target = resolve(file, '..', `${from.text}.ts`);
    const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (!target.startsWith(room) || !clause || !('elements' in clause)) return [];
    return clause.elements.map(({ name }) => [name.text, target]);
  });
  return new Map(names);
}

const exported = [...borrowed(list)].map(([name, file]) => ({ name, file, node: declarationsOf(file).get(name) }));
const types = exported.flatMap(({ name, node }) =>
  node && (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) ? [{ name, node }] : [],
);
const verbs = exported.flatMap(({ name, file, node }) =>
  node && ts.isFunctionDeclaration(node) ? [{ name, file, node }] : [],
);
const names = new Set(verbs.map(({ name }) => name));

function docOf(node: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

function textOf({ comment }: ts.JSDoc | ts.JSDocTag): string {
  return ts.getTextOfJSDocComment(comment) ?? '';
}

/** True if an option says what it is when it is left out. */
function saysDefault(member: ts.Node): boolean {
  const doc = docOf(member);
  return doc !== undefined && /\bDefault\b|\bundefined if\b/.test(textOf(doc));
}

/** True if a declaration throws an error for a reader, or uses anything of the room that does. */
function canThrow(file: string, name: string, seen = new Set<string>()): boolean {
  const node = declarationsOf(file).get(name);
  if (!node || seen.has(`${file} ${name}`)) return false;
  seen.add(`${file} ${name}`);
  const inside = nodesOf(node);
  // An error that begins with `lab:` is a fault of the room, not of the reader.
  if (inside.some((one) => ts.isThrowStatement(one) && !/\('lab: |\(`lab: /.test(one.getText()))) return true;
  const from = borrowed(file);
  const used = new Set(inside.filter(ts.isIdentifier).map(({ text }) => text));
  return [...used].some((one) => canThrow(from.get(one) ?? file, one, seen));
}

/** What the docstring of a verb lacks. */
function lacksOf({ name, file, node }: (typeof verbs)[number]): string[] {
  const doc = docOf(node);
  if (!doc) return ['a docstring'];
  const tags = [...(doc.tags ?? [])];
  const throws = tags.filter(({ tagName }) => tagName.text === 'throws').map(textOf);
  const returns = tags.some((tag) => ts.isJSDocReturnTag(tag) && textOf(tag) !== '');
  const lacks = node.parameters.flatMap((parameter) => {
    const tag = tags.filter(ts.isJSDocParameterTag).find((one) => one.name.getText() === parameter.name.getText());
    if (!tag || textOf(tag) === '') return [`@param ${parameter.name.getText()}`];
    const shaped = /\btf\.Tensor|\bNumberSource/.test(parameter.type?.getText() ?? '');
    return shaped && !textOf(tag).includes('[') ? [`the shape of ${parameter.name.getText()}`] : [];
  });
  return [
    ...(/^[A-Z][^.]{20,}[.:]\s/.test(textOf(doc)) ? [] : ['a sentence that says what it does']),
    ...(new RegExp(`\`\`\`ts\\n[^\`]*\\b${name}\\(`).test(textOf(doc)) ? [] : ['an example in a ts block']),
    ...lacks,
    ...(!/\bvoid\b/.test(node.type?.getText() ?? '') && !returns ? ['@returns'] : []),
    ...(canThrow(file, name) && !throws.some((text) => text !== '') ? ['@throws'] : []),
  ];
}

/** The verbs that a piece of a reader's code calls. */
function callsIn(source: ts.SourceFile): string[] {
  return nodesOf(source)
    .filter(ts.isCallExpression)
    .flatMap(({ expression }) => (ts.isIdentifier(expression) ? [expression.text] : []));
}

/** The verbs that a test calls: on a stage (`verbs.show(…)`), by import, or in the text of a cell that it runs. */
function calledBy(test: string): string[] {
  const source = parse(test);
  const imported = new Set(
    source.statements
      .filter(ts.isImportDeclaration)
      .filter(({ moduleSpecifier }) => moduleSpecifier.getText().includes('/src/lab'))
      .flatMap(({ importClause }) => {
        const bindings = importClause?.namedBindings;
        return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
      }),
  );
  return nodesOf(source).flatMap((node) => {
    if (ts.isStringLiteralLike(node)) return isTitle(node) ? [] : callsIn(parseText('cell.ts', node.text));
    if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0');
      return callsIn(parseText('cell.ts', text));
    }
    if (!ts.isCallExpression(node)) return [];
    const { expression } = node;
    if (ts.isIdentifier(expression)) return imported.has(expression.text) ? [expression.text] : [];
    if (!ts.isPropertyAccessExpression(expression)) return [];
    return /\bverbs$/.test(expression.expression.getText()) ? [expression.name.text] : [];
  });
}

/** The name of a test may mention a verb without calling it. */
function isTitle({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && /^(describe|it|test)\b/.test(parent.expression.getText());
}

const tests = filesBelow(import.meta.dirname, /\.test\.ts$/).filter((file) => file !== 'verbs.test.ts');
const called = new Set(tests.flatMap((file) => calledBy(join(import.meta.dirname, file))));

const [, section = ''] = readFileSync(join(room, 'README.md'), 'utf8').split('\n## The verbs\n');
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore

/** The first chapter whose cells or exercises call each verb. */
function firstUses(): Map<string, string> {
  const content = join(root, 'content');
  const uses = filesBelow(content, /^\d.*\.ts$/).flatMap((file) =>
    callsIn(parse(join(content, file))).map((name) => [name, file.split('/')[0] ?? ''] as const),
  );
  return new Map(uses.reverse());
}

describe('the verbs of the lab', () => {
  it('are found, and nothing else is exported but types', () => {
    expect(names.size).toBeGreaterThan(30);
    expect(exported.filter(({ node }) => !node).map(({ name }) => name)).toEqual([]);
    expect(names.size + types.length).toBe(exported.length);
  });

  it('have docstrings for the editor that say what they do, with an example, shapes, and what they throw', () => {
    const lacking = verbs.map((verb) => [verb.name, lacksOf(verb)] as const).filter(([, lacks]) => lacks.length > 0);
    expect(Object.fromEntries(lacking)).toEqual({});
  });

  it('have types that say what they are, and what each option is by default', () => {
    const bare = types.flatMap(({ name, node }) => {
      const members = ts.isInterfaceDeclaration(node) ? node.members : [];
      const silent = members.filter((member) => member.questionToken && !saysDefault(member));
      return [...(docOf(node) ? [] : [name]), ...silent.map((member) => `${name}.${member.name?.getText()}`)];
    });
    expect(bare).toEqual([]);
  });

  it('are each called by a test', () => {
    expect([...names].filter((name) => !called.has(name))).toEqual([]);
  });

  it('have one row each in the table of the README, with an example that calls them', () => {
    const listed = rows.map(([verb = '']) => verb.replaceAll('`', ''));
    expect([...listed].sort()).toEqual([...names].sort());
    const incomplete = rows.filter(
      (cells) => cells.length !== 5 || cells.includes('') || !cells[3]?.includes(`${cells[0]?.replaceAll('`', '')}(`),
    );
    expect(incomplete).toEqual([]);
  });

  it('have in the table the chapter that uses them first', () => {
    const uses = firstUses();
    const said = rows.map(([verb = '', , , , chapter]) => [verb.replaceAll('`', ''), chapter]);
    expect(said).toEqual(said.map(([verb = '']) => [verb, uses.get(verb) ?? '–']));
  });
});
