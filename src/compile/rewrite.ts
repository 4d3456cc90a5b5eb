import type { AnyNode, Expression, ImportDeclaration, Program as Tree } from 'acorn';
import { say } from '../words';
import { children } from './children';
import type { Edit } from './edit';
import { CellError } from './problem';
import { refusedModule } from './stand-ins';
import { blank } from './text';
import { namesObject, ownNames, type Parameters } from './wrapper';

const modules = ['@tensorflow/tfjs', 'lab', 'datasets'];

export interface Rewritten {
  edits: Edit[];
  /** Declarations of what the cell imports, and the object of its own names, for the head of the module. */
  bindings: string;
}

/** The edits that turn a module's text into the body of the cell's function. */
export function rewrite(code: string, tree: Tree, declared: readonly string[], parameters: Parameters): Rewritten {
  const [names] = parameters;
  const last = tree.body.at(-1);
  const shown = last?.type === 'ExpressionStatement' && code[last.end - 1] !== ';' ? last : undefined;
  const edits: Edit[] = [];
  const bindings: string[] = [];

  // Without a prototype: a `then` that a cell gives to all objects would turn the result into a promise that never comes.
  if (shown) edits.push({ start: shown.start, end: shown.start, text: 'return { __proto__: null, value: (' });
  for (const statement of tree.body) {
    if (statement.type === 'ImportDeclaration') {
      bindings.push(importBindings(statement, names));
      edits.push(removed(code, statement));
    } else if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      edits.push(
        statement.declaration ? blanked(code, statement.start, statement.declaration.start) : removed(code, statement),
      );
    } else if (/^Export/.test(statement.type)) {
      throw new CellError(say('compile.badExport'), statement.start);
    }
  }
  watchCode(tree, { code, parameters, shown, edits });
  const results = namesObject(declared);
  if (shown) edits.push({ start: shown.end, end: shown.end, text: `), names: ${results} };` });
  const end = shown ? '\n};' : `\nreturn { __proto__: null, value: undefined, names: ${results} };\n};`;
  edits.push({ start: code.length, end: code.length, text: end });
  if (declared.length > 0) bindings.push(`${names}[${JSON.stringify(ownNames)}] = ${results}; `);
  return { edits, bindings: bindings.join('') };
}

interface Watched {
  code: string;
  parameters: Parameters;
  /** The last expression, whose value is shown. */
  shown: AnyNode | undefined;
  edits: Edit[];
}

/**
 * Passes every `await`, and every iteration of a `for await`, through `$alive`, and what a statement that is a call throws away through
 * `$held`.
 */
function watchCode(node: AnyNode, cell: Watched): void {
  const { code, edits, shown } = cell;
  const [names, alive, held] = cell.parameters;
  const lost = node.type === 'ExpressionStatement' && node !== shown ? thrownAway(node.expression) : undefined;
  if (lost) edits.push({ start: lost.start, end: lost.start, text: `${held}(`, leads: true });
  if (node.type === 'AwaitExpression') {
    const operand = node.start + 'await'.length;
    edits.push({ start: operand, end: operand, text: ` ${alive}(` });
  }
  if (node.type === 'ForOfStatement' && node.await) {
    const block = node.body.type === 'BlockStatement';
    const start = block ? node.body.start + 1 : node.body.start;
    edits.push({ start, end: start, text: `${block ? '' : '{'} await ${alive}(); ` });
  }
  if (
    node.type === 'ImportExpression' &&
    node.source.type === 'Literal' &&
    modules.includes(String(node.source.value))
  ) {
    const read = `Promise.resolve(${names}[${JSON.stringify(`import:${String(node.source.value)}`)}])`;
    edits.push({
      start: node.start,
      end: node.end,
      text: read + blank(code.slice(node.start, node.end)).replace(/ /g, ''),
    });
    return;
  }
  for (const child of children(node)) watchCode(child, cell);
  if (node.type === 'AwaitExpression') edits.push({ start: node.end, end: node.end, text: ')' });
  if (node.type === 'ForOfStatement' && node.await && node.body.type !== 'BlockStatement') {
    edits.push({ start: node.body.end, end: node.body.end, text: '}' });
  }
  if (lost) edits.push({ start: lost.end, end: lost.end, text: ')' });
}

/** The part of a statement that can give a promise which nobody will ever see: `run()`, `ready && run()`, `void run()`. */
function thrownAway(expression: Expression): Expression | undefined {
  switch (expression.type) {
    case 'UnaryExpression':
      return expression.operator === 'void' ? thrownAway(expression.argument) : undefined;
    case 'CallExpression':
      return expression.callee.type === 'Super' ? undefined : expression;
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return expression;
    default:
      return undefined;
  }
}

function importBindings(statement: ImportDeclaration, names: string): string {
  const module = String(statement.source.value);
  if (!modules.includes(module)) throw new CellError(refusedModule(module), statement.source.start);
  const from = `${names}[${JSON.stringify(`import:${module}`)}]; `;
  return statement.specifiers
    .map((specifier) => {
      if (specifier.type === 'ImportDefaultSpecifier') {
        throw new CellError(say('compile.noDefault', { module, name: specifier.local.name }), specifier.start);
      }
      if (specifier.type === 'ImportNamespaceSpecifier') return `const ${specifier.local.name} = ${from}`;
      const { imported } = specifier;
      const key = imported.type === 'Literal' ? JSON.stringify(imported.value) : imported.name;
      return `const { ${key}: ${specifier.local.name} } = ${from}`;
    })
    .join('');
}

/** Removes a whole statement: the semicolon keeps the lines before and after it from running together. */
function removed(code: string, { start, end }: AnyNode): Edit {
  return { start, end, text: `;${blank(code.slice(start + 1, end))}` };
}

function blanked(code: string, start: number, end: number): Edit {
  return { start, end, text: blank(code.slice(start, end)) };
}
