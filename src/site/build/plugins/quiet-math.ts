import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin, after KaTeX: a formula is in the page three times (MathML, its source, HTML), and the search should index it once. */
export function quietMath() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const { className } = properties;
      const drawn = Array.isArray(className) && className.includes('katex-html');
      if (drawn || tagName === 'annotation') properties['data-pagefind-ignore'] = '';
    });
  };
}
