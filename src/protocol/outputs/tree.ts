/** Any JavaScript value as a foldable tree; a primitive is a tree of one node. */
export interface TreeOutput {
  kind: 'tree';
  title?: string;
  root: TreeNode;
}

export interface TreeNode {
  /** Key, index or nothing at the root. */
  key?: string;
  /** One line: `42`, `'text'`, `Array(3)`, `Tensor [3, 3] float32`, `↻ circular`. */
  text: string;
  type: 'number' | 'string' | 'boolean' | 'nothing' | 'function' | 'tensor' | 'array' | 'object' | 'other';
  children?: TreeNode[];
  /** How many children were left out. */
  omitted?: number;
}
