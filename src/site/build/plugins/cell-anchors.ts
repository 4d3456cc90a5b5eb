// Adds MDX's nodes to the types of a tree.
import type {} from 'mdast-util-mdx';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A rehype plugin, after the one that gives headings their ids: a heading that is called like a cell of its page leaves that anchor to the
 * cell, whose name is its address for good. The heading's own becomes `stride-section`, also in the page's contents.
 */
export function cellAnchors() {
  return (tree: Root, { data }: { data: { astro?: { headings?: { slug: string }[] } } }): void => {
    const cells = new Set<string>();
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' || (node.name !== 'Cell' && node.name !== 'Exercise')) return;
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'name') cells.add(String(attribute.value));
    });
    const own = (slug: string): string => (cells.has(slug) ? `${slug}-section` : slug);
    visit(tree, 'element', ({ tagName, properties }) => {
      if (/^h[1-6]$/.test(tagName) && properties.id) properties.id = own(String(properties.id));
    });
    for (const heading of data.astro?.headings ?? []) heading.slug = own(heading.slug);
  };
}
