import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

const closing = /^[,.;:!?)\]，。；：！？、）」』”’…]+/u;

/**
 * A rehype plugin, after KaTeX: keeps a comma or full stop on the line of the formula before it, where browsers would break as after a
 * picture. Longer formulas consist of several pieces and may break inside, so they are left alone.
 */
export function heldPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (parent) => {
      if (hasClass(parent, 'held')) return;
      for (const [index, formula] of parent.children.entries()) {
        const after = parent.children[index + 1];
        if (after?.type !== 'text' || !isOnePiece(formula)) continue;
        const [mark] = closing.exec(after.value) ?? [];
        if (mark === undefined) continue;
        after.value = after.value.slice(mark.length);
        parent.children[index] = {
          type: 'element',
          tagName: 'span',
          properties: { className: ['held'] },
          children: [formula, { type: 'text', value: mark }],
        };
      }
    });
  };
}

function isOnePiece(node: ElementContent): boolean {
  if (node.type !== 'element' || !hasClass(node, 'katex')) return false;
  const drawn = node.children.find((child) => child.type === 'element' && hasClass(child, 'katex-html'));
  return drawn?.type === 'element' && drawn.children.length === 1;
}

const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);
