// Adds MDX's nodes to the types of a Markdown tree.
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Nodes, RootContent } from 'mdast';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ProseBlock } from '../download/prose';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkMath);

/**
 * A chapter's MDX as plain Markdown with its cells in their places. Of the book's components, an aside becomes a quotation, a tab its
 * label and its contents, an exercise its title, its task and its cell; any other component gives way to its contents.
 */
export function proseBlocks(mdx: string): ProseBlock[] {
  return joined(blocksOf(parser.parse(mdx).children, mdx));
}

function blocksOf(nodes: readonly RootContent[], mdx: string): ProseBlock[] {
  return nodes.flatMap((node): ProseBlock[] => {
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression') return [];
    return node.type === 'mdxJsxFlowElement' ? componentBlocks(node, mdx) : [textBlock(sourceOf(node, mdx))];
  });
}

function componentBlocks(element: MdxJsxFlowElement, mdx: string): ProseBlock[] {
  const content = blocksOf(element.children, mdx);
  switch (element.name) {
    case 'Cell':
      return [{ kind: 'cell', name: attribute(element, 'name') }];
    case 'Aside':
      return joined([...label(attribute(element, 'title')), ...content]).map(quoted);
    case 'Exercise':
      return [...label(attribute(element, 'title')), ...content, { kind: 'cell', name: attribute(element, 'name') }];
    case 'TabItem':
      return [...label(attribute(element, 'label')), ...content];
    default:
      return content;
  }
}

function attribute({ attributes }: MdxJsxFlowElement, name: string): string {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

const textBlock = (text: string): ProseBlock => ({ kind: 'text', text });

const label = (text: string): ProseBlock[] => (text ? [textBlock(`**${text}**`)] : []);

const quoted = (block: ProseBlock): ProseBlock =>
  block.kind === 'text' ? textBlock(block.text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')) : block;

/** The blocks with neighbouring texts as one. */
function joined(blocks: readonly ProseBlock[]): ProseBlock[] {
  const all: ProseBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.kind === 'text' && last?.kind === 'text') last.text += `\n\n${block.text}`;
    else all.push({ ...block });
  }
  return all;
}

/** The node's own Markdown, without the indentation of its component, and with MDX's escapes as plain characters. */
function sourceOf(node: RootContent, mdx: string): string {
  const [start, end] = spanOf(node);
  let text = '';
  let at = start;
  // Only in text: a backslash in code or in a formula is the author's.
  visit(node, 'text', (part) => {
    const [from, to] = spanOf(part);
    text += mdx.slice(at, from) + mdx.slice(from, to).replace(/\\([{}<])/g, '$1');
    at = to;
  });
  const indent = ' '.repeat((node.position?.start.column ?? 1) - 1);
  // A marked number is a number.
  return (text + mdx.slice(at, end)).replaceAll(`\n${indent}`, '\n').replaceAll(/<\/?Num\b[^>]*>/g, '');
}

/** Where a node that was parsed, and so has a position, begins and ends in the text. */
function spanOf({ position }: Nodes): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
