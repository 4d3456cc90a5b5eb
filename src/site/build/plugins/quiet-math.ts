import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin, after KaTeX: of the three copies of a formula (MathML, its source, HTML) the search shall read one. */
export function quietMath() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const { className } = properties;
      const drawn = Array.isArray(className) && className.includes('katex-html');
      if (drawn || tagName === 'annotation') properties['data-pagefind-ignore'] = '';
    });
  };
}
