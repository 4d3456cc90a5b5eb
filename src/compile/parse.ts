import { parse, type Comment, type Program as Tree } from 'acorn';

export interface Parsed {
  tree: Tree;
  comments: Comment[];
}

/**
 * The syntax tree of the cell's JavaScript, parsed before it is wrapped: code that is not a valid module by itself (an extra `}`) is
 * refused here and cannot break out of the wrapper.
 */
export function parseModule(code: string): Parsed {
  const comments: Comment[] = [];
  const tree = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowAwaitOutsideFunction: true,
    allowHashBang: false,
    onComment: comments,
  });
  return { tree, comments };
}
