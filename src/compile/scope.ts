import type { AnyNode, Function as FunctionNode, Identifier, Node, Pattern, Program as Tree } from 'acorn';
import { children } from './children';
import { boundBy, boundByDeclaration, hoistedNames, lexicalNames } from './declared';

/** In order of first appearance. */
export interface FreeNames {
  reads: Set<string>;
  writes: Set<string>;
}

interface Scope {
  names: ReadonlySet<string>;
  outer?: Scope;
}

/** The names that a module uses and does not declare: those it reads, and those it assigns to. */
export function findFreeNames(tree: Tree): FreeNames {
  const reads = new Set<string>();
  const writes = new Set<string>();

  function visit(node: AnyNode | null | undefined, scope: Scope): void {
    if (!node) return;
    switch (node.type) {
      case 'Identifier':
        return note(reads, node, scope);
      case 'MemberExpression':
        visit(node.object, scope);
        return node.computed ? visit(node.property, scope) : undefined;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) visit(node.key, scope);
        return visit(node.value, scope);
      case 'AssignmentExpression':
        if (node.operator !== '=' && node.left.type === 'Identifier') note(reads, node.left, scope);
        assign(node.left, scope);
        return visit(node.right, scope);
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier') note(writes, node.argument, scope);
        return visit(node.argument, scope);
      case 'VariableDeclarator':
        assign(node.id, scope);
        return visit(node.init, scope);
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'ForStatement':
        return visitLoop(node, scope);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return visitFunction(node, scope);
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const inner = nest(scope, node.id ? [node.id] : []);
        visit(node.superClass, inner);
        return visit(node.body, inner);
      }
      case 'BlockStatement':
        return visitAll(node.body, nest(scope, lexicalNames(node.body)));
      case 'StaticBlock':
        return visitAll(node.body, nest(scope, [...lexicalNames(node.body), ...hoistedNames(node)]));
      case 'SwitchStatement': {
        visit(node.discriminant, scope);
        const statements = node.cases.flatMap((one) => one.consequent);
        return visitAll(node.cases, nest(scope, lexicalNames(statements)));
      }
      case 'CatchClause': {
        const inner = nest(scope, node.param ? boundBy(node.param) : []);
        if (node.param) assign(node.param, inner);
        return visit(node.body, inner);
      }
      case 'LabeledStatement':
        return visit(node.body, scope);
      case 'ExportNamedDeclaration':
        return visit(node.declaration, scope);
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return undefined;
      default:
        return visitAll(children(node), scope);
    }
  }

  function visitAll(nodes: readonly AnyNode[], scope: Scope): void {
    for (const node of nodes) visit(node, scope);
  }

  /** The targets of an assignment or a declaration; those of a declaration are in scope already, so they do not count as writes. */
  function assign(target: Node, scope: Scope): void {
    const pattern = target as Pattern;
    switch (pattern.type) {
      case 'Identifier':
        return note(writes, pattern, scope);
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'Property' && property.computed) visit(property.key, scope);
          assign(property.type === 'Property' ? property.value : property, scope);
        }
        return;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) assign(element, scope);
        return;
      case 'RestElement':
        return assign(pattern.argument, scope);
      case 'AssignmentPattern':
        assign(pattern.left, scope);
        return visit(pattern.right, scope);
      default:
        return visit(pattern, scope);
    }
  }

  function visitLoop(node: Extract<AnyNode, { type: `For${string}Statement` }>, outer: Scope): void {
    const first = node.type === 'ForStatement' ? node.init : node.left;
    const declares = first?.type === 'VariableDeclaration' && first.kind !== 'var';
    const scope = declares ? nest(outer, boundByDeclaration(first)) : outer;
    if (node.type === 'ForStatement') {
      visitAll(
        [node.init, node.test, node.update].filter((part) => part !== null && part !== undefined),
        scope,
      );
    } else {
      if (node.left.type === 'VariableDeclaration') visit(node.left, scope);
      else assign(node.left, scope);
      visit(node.right, scope);
    }
    visit(node.body, scope);
  }

  /** Defaults of parameters see the parameters, but not what the body declares. */
  function visitFunction(node: FunctionNode & AnyNode, outer: Scope): void {
    const self = node.type === 'FunctionExpression' && node.id ? nest(outer, [node.id]) : outer;
    const parameters = nest(self, node.params.flatMap(boundBy), node.type !== 'ArrowFunctionExpression');
    for (const parameter of node.params) assign(parameter, parameters);
    if (node.body.type !== 'BlockStatement') return visit(node.body, parameters);
    visitAll(node.body.body, nest(parameters, [...lexicalNames(node.body.body), ...hoistedNames(node.body)]));
  }

  function note(list: Set<string>, identifier: Identifier, scope: Scope): void {
    for (let at: Scope | undefined = scope; at; at = at.outer) if (at.names.has(identifier.name)) return;
    list.add(identifier.name);
  }

  visitAll(tree.body, nest(undefined, [...lexicalNames(tree.body), ...hoistedNames(tree)]));
  return { reads, writes };
}

function nest(outer: Scope | undefined, identifiers: readonly Identifier[], hasArguments = false): Scope {
  const names = new Set(identifiers.map((identifier) => identifier.name));
  if (hasArguments) names.add('arguments');
  return outer ? { names, outer } : { names };
}
