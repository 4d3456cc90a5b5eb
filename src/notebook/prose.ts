import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A piece of a chapter: Markdown, or a cell. */
export type ProseBlock = { kind: 'text'; text: string } | { kind: 'cell'; name: string };

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkMath);

/**
 * A chapter's MDX as plain Markdown with its cells in their places. Of the book's components, an aside becomes a quotation, a tab its
 * label and its contents, an exercise its title, its task and its cell; others go, and leave what they hold. Everything else stays as
 * its author wrote it.
 */
export function proseBlocks(mdx: string): ProseBlock[] {
  const lines = mdx.split('\n');
  return joined(blocksOf(parser.parse(mdx).children, lines));
}

function blocksOf(nodes: Root['children'], lines: readonly string[]): ProseBlock[] {
  return nodes.flatMap((node) => {
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression') return [];
    return node.type === 'mdxJsxFlowElement'
      ? componentBlocks(node, lines)
      : [{ kind: 'text', text: written(node, lines) }];
  });
}

function componentBlocks(node: MdxJsxFlowElement, lines: readonly string[]): ProseBlock[] {
  const inside = blocksOf(node.children, lines);
  const heading = (text: string): ProseBlock => ({ kind: 'text', text: `**${text}**` });
  switch (node.name) {
    case 'Cell':
      return [{ kind: 'cell', name: attribute(node, 'name') ?? '' }];
    case 'Aside': {
      const title = attribute(node, 'title');
      return joined(title === undefined ? inside : [heading(title), ...inside]).map(quoted);
    }
    case 'Exercise':
      return [
        heading(attribute(node, 'title') ?? ''),
        ...inside,
        { kind: 'cell', name: attribute(node, 'name') ?? '' },
      ];
    case 'TabItem':
      return [heading(attribute(node, 'label') ?? ''), ...inside];
    default:
      return inside;
  }
}

function attribute({ attributes }: MdxJsxFlowElement, name: string): string | undefined {
  for (const one of attributes)
    if (one.type === 'mdxJsxAttribute' && one.name === name && typeof one.value === 'string') return one.value;
  return undefined;
}

/** The lines of a node without the indentation that its component gives it, and without MDX's own escapes. */
function written(node: RootContent, lines: readonly string[]): string {
  if (!node.position) return '';
  const { start, end } = node.position;
  const own = lines.slice(start.line - 1, end.line).map((line, at, all) => {
    const text = at === all.length - 1 ? line.slice(0, end.column - 1) : line;
    return text.slice(Math.min(start.column - 1, text.search(/\S|$/)));
  });
  const text = own.join('\n');
  return node.type === 'code' ? text : text.replace(/\\([{}<])/g, '$1');
}

function quoted(block: ProseBlock): ProseBlock {
  return block.kind === 'cell' ? block : { kind: 'text', text: block.text.replace(/^/gm, '> ').replace(/ +$/gm, '') };
}

/** Texts that follow each other as one. */
function joined(blocks: readonly ProseBlock[]): ProseBlock[] {
  const all: ProseBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.kind === 'text' && last?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: `${last.text}\n\n${block.text}` };
    else all.push(block);
  }
  return all;
}
