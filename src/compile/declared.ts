import type { AnyNode, Identifier, Node, Pattern, VariableDeclaration } from 'acorn';
import { children, isFunction } from './children';

/** The identifiers that a pattern binds, in source order. */
export function boundBy(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundBy(property.type === 'Property' ? property.value : property),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundBy(element) : []));
    case 'RestElement':
      return boundBy(pattern.argument);
    case 'AssignmentPattern':
      return boundBy(pattern.left);
    case 'MemberExpression':
      return [];
  }
}

/** The identifiers that all declarators of a `let`, `const`, `var` or `using` bind, in source order. */
export function boundByDeclaration(declaration: VariableDeclaration): Identifier[] {
  return declaration.declarations.flatMap((declarator) => boundBy(declarator.id));
}

/** The identifiers that `let`, `const`, `using`, `class`, `function` and `import` bind directly in a list of statements. */
export function lexicalNames(statements: readonly AnyNode[]): Identifier[] {
  return statements.flatMap((statement) => {
    switch (statement.type) {
      case 'VariableDeclaration':
        return statement.kind === 'var' ? [] : boundByDeclaration(statement);
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        return statement.id ? [statement.id] : [];
      case 'ImportDeclaration':
        return statement.specifiers.map((specifier) => specifier.local);
      case 'ExportNamedDeclaration':
        return statement.declaration ? lexicalNames([statement.declaration]) : [];
      default:
        return [];
    }
  });
}

/** The identifiers that `var` binds in a node and below it, except in nested functions and static blocks. */
export function hoistedNames(node: Node): Identifier[] {
  return children(node).flatMap((child) => {
    if (isFunction(child) || child.type === 'StaticBlock') return [];
    const here = child.type === 'VariableDeclaration' && child.kind === 'var' ? boundByDeclaration(child) : [];
    return [...here, ...hoistedNames(child)];
  });
}
