import * as v from 'valibot';
import { choice, count, list, literal, maybe, shape, text, title, type Schema } from '../schema';

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

export const nodeSchema: Schema<TreeNode> = shape<TreeNode>({
  key: maybe(text),
  text,
  type: choice<TreeNode['type']>({
    number: true,
    string: true,
    boolean: true,
    nothing: true,
    function: true,
    tensor: true,
    array: true,
    object: true,
    other: true,
  }),
  children: maybe(list(v.lazy((): Schema<TreeNode> => nodeSchema))),
  omitted: maybe(count),
});

export const treeSchema: Schema<TreeOutput> = shape<TreeOutput>({
  kind: literal('tree'),
  title: maybe(title),
  root: nodeSchema,
});
