// Adds MDX's nodes to the types of a Markdown tree.
import type {} from 'mdast-util-mdx';
import type { Program } from 'estree';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface Source {
  from: string;
  /** Name of the export; `default` where the module is the component. */
  name: string;
}

/** What a chapter may use without importing it. */
const sources: Record<string, Source> = {
  Cell: { from: '/src/notebook/build/Cell.astro', name: 'default' },
  Exercise: { from: '/src/notebook/build/Exercise.astro', name: 'default' },
  Aside: { from: '@astrojs/starlight/components', name: 'Aside' },
  Tabs: { from: '@astrojs/starlight/components', name: 'Tabs' },
  TabItem: { from: '@astrojs/starlight/components', name: 'TabItem' },
  Opening: { from: '/src/site/opening/Opening.astro', name: 'default' },
  Trial: { from: '/src/site/opening/Trial.astro', name: 'default' },
  ChapterList: { from: '/src/site/chapters/ChapterList.astro', name: 'default' },
};

/** A remark plugin: adds to a chapter the imports of the components that it uses. */
export function chapterComponents() {
  return (tree: Root): void => {
    const used = new Set<string>();
    visit(tree, (node) => {
      const name = 'name' in node && typeof node.name === 'string' ? node.name : '';
      if (node.type.startsWith('mdxJsx') && name in sources) used.add(name);
    });
    const own = importedNames(tree);
    const imports = [...used].filter((name) => !own.has(name)).map(importNode);
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

function importNode(local: string): Root['children'][number] {
  const { from, name } = sources[local] as Source;
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
