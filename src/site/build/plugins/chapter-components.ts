// Adds MDX's nodes to the types of a Markdown tree.
import type {} from 'mdast-util-mdx';
import type { Program } from 'estree';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * The components that a chapter may use without importing them: for each name, the module whose default export it is, or `[module,
 * name]` for a named export.
 */
export type ChapterComponents = Readonly<Record<string, string | readonly [module: string, name: string]>>;

/** A remark plugin: adds to a chapter the imports of the components that it uses. */
export function chapterComponents(components: ChapterComponents) {
  return (tree: Root): void => {
    const used = new Set<string>();
    visit(tree, (node) => {
      const name = 'name' in node && typeof node.name === 'string' ? node.name : '';
      if (node.type.startsWith('mdxJsx') && Object.hasOwn(components, name)) used.add(name);
    });
    const own = importedNames(tree);
    const imports = [...used].filter((name) => !own.has(name)).map((name) => importNode(name, components[name] ?? ''));
    tree.children.unshift(...imports);
  };
}

/** Names that the chapter imports itself. */
function importedNames(tree: Root): Set<string> {
  const names = new Set<string>();
  for (const node of tree.children) {
    if (node.type !== 'mdxjsEsm') continue;
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') continue;
      for (const specifier of statement.specifiers) names.add(specifier.local.name);
    }
  }
  return names;
}

function importNode(local: string, source: ChapterComponents[string]): Root['children'][number] {
  const [from, name] = typeof source === 'string' ? [source, 'default'] : source;
  const identifier = (text: string) => ({ type: 'Identifier' as const, name: text });
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ImportDeclaration',
        attributes: [],
        source: { type: 'Literal', value: from, raw: JSON.stringify(from) },
        specifiers: [
          name === 'default'
            ? { type: 'ImportDefaultSpecifier', local: identifier(local) }
            : { type: 'ImportSpecifier', local: identifier(local), imported: identifier(name) },
        ],
      },
    ],
  };
  return { type: 'mdxjsEsm', value: '', data: { estree } };
}
