import type { Element, ElementContent, Parents, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { IndexedSection } from '../../search/book-index';

type Piece =
  | { kind: 'heading'; level: number; id: string; text: string }
  | { kind: 'prose'; text: string; terms: readonly string[] }
  | { kind: 'code'; text: string; cell: string };

/**
 * The text of a built page, section by section. In the markup, `data-search` says what an element is for the search: the `heading` of a
 * section, a `cell`, of which only the code counts, or `never` to be found.
 */
export function sectionsOf(html: string): IndexedSection[] {
  const start = html.indexOf('<main');
  const main = fromHtml(html.slice(start, html.indexOf('</main>', start)), { fragment: true });
  const sections: {
    -readonly [K in keyof IndexedSection]: IndexedSection[K] extends readonly (infer T)[] ? T[] : string;
  }[] = [];
  let above = '';
  for (const piece of piecesOf(main)) {
    const current = sections.at(-1);
    if (piece.kind === 'heading') {
      if (piece.level === 2) above = piece.text;
      const { id, text: heading, level } = piece;
      sections.push({ id, heading, above: level > 2 ? above : '', terms: [], prose: [], code: [] });
    } else if (piece.kind === 'prose') {
      current?.prose.push(piece.text);
      current?.terms.push(...piece.terms);
    } else current?.code.push({ cell: piece.cell, text: piece.text });
  }
  return sections;
}

/** What stands in a line of text; every other element is a text of its own. */
const inline = new Set(
  'a abbr b br cite code del dfn em i kbd mark math q s small span strong sub sup td th u var wbr'.split(' '),
);
const skipped = new Set('annotation button footer nav noscript script select style svg template'.split(' '));
/** Starlight's link beside a heading and its names of tabs; what is drawn of a formula in a line, whose MathML is read, and larger ones. */
const skippedClasses = ['sl-anchor-link', 'tablist-wrapper', 'katex-html', 'katex-display'];

function* piecesOf(parent: Parents, cell?: string): Generator<Piece> {
  let line: ElementContent[] = [];
  const told = function* (): Generator<Piece> {
    const text = tidy(line.map(textOf).join(''));
    if (text && cell === undefined) yield { kind: 'prose', text, terms: line.flatMap(boldOf) };
    line = [];
  };
  for (const child of parent.children) {
    if (child.type === 'text' || (child.type === 'element' && inline.has(child.tagName))) line.push(child);
    else if (child.type === 'element' && !isSkipped(child)) {
      yield* told();
      yield* ofBlock(child, cell);
    }
  }
  yield* told();
}

function* ofBlock(element: Element, cell?: string): Generator<Piece> {
  const { tagName, properties } = element;
  const role = properties['dataSearch'];
  const level = role === 'heading' ? 3 : Number(/^h(\d)$/.exec(tagName)?.[1] ?? 0);
  const id = String(properties['id'] ?? '');
  if (level > 0) yield { kind: 'heading', level, id: level > 1 ? id : '', text: tidy(textOf(element)) };
  else if (tagName === 'pre') yield { kind: 'code', cell: cell ?? '', text: linesOf(element).join('\n') };
  else yield* piecesOf(element, role === 'cell' ? id : cell);
}

function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isSkipped(node)) return '';
  const parts = node.children.map(textOf);
  const between = { mfrac: '/', msup: '^' }[node.tagName] ?? '';
  const after = { br: ' ', td: ' · ', th: ' · ' }[node.tagName] ?? '';
  return parts.join(between) + after;
}

function boldOf(node: RootContent): string[] {
  if (node.type !== 'element' || isSkipped(node)) return [];
  return node.tagName === 'strong' ? [tidy(textOf(node))] : node.children.flatMap(boldOf);
}

/** Code comes as an element for each line, or as plain text. */
function linesOf(node: Element): string[] {
  if (hasClass(node, 'ec-line')) return [node.children.map(textOf).join('').replace(/\n$/, '')];
  const inside = node.children.flatMap((child) => (child.type === 'element' ? linesOf(child) : []));
  return inside.length > 0 || node.tagName !== 'pre' ? inside : textOf(node).split('\n');
}

/** One space between words, none between Chinese characters where the source has a new line, and no signs without a shape. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060-\u2064\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}，。；：！？、（）“”]) (?=[\p{Script=Han}，。；：！？、（）“”])/gu, '')
    .replace(/ ·\s*$/, '')
    .trim();
}

function isSkipped(element: Element): boolean {
  return (
    skipped.has(element.tagName) ||
    element.properties['dataSearch'] === 'never' ||
    skippedClasses.some((name) => hasClass(element, name))
  );
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
