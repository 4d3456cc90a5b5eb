import type { AnyNode, Node } from 'acorn';

/** The direct children of a node, in source order for everything that matters here. */
export function children(node: Node): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Whether a node is a function of any kind; the function of a method or an accessor is a FunctionExpression. */
export function isFunction(node: AnyNode): boolean {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}
