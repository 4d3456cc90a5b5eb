import type { Element, ElementContent, Root } from 'hast';
import { expect, test } from 'vitest';
import { heldPunctuation } from '../../src/site/build/plugins/held-punctuation';

const span = (className: string, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className] },
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });
const formula = (...pieces: string[]): Element =>
  span('katex', span('katex-mathml'), span('katex-html', ...pieces.map((piece) => span('base', text(piece)))));

function held(...children: ElementContent[]): ElementContent[] {
  const tree: Root = { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children }] };
  heldPunctuation()(tree);
  const [paragraph] = tree.children;
  return paragraph?.type === 'element' ? paragraph.children : [];
}

test.each(['，', '. ', '),'])('a formula holds the “%s” that follows it', (mark) => {
  const one = formula('s');
  expect(held(text('取'), one, text(`${mark}那么`))).toEqual([
    text('取'),
    span('held', one, text(mark.trim())),
    text(`${mark.slice(mark.trim().length)}那么`),
  ]);
});

test('a word after a formula may go to the next line', () => {
  const paragraph = [formula('s'), text(' pixels')];
  expect(held(...paragraph)).toEqual(paragraph);
});

test('a formula of several pieces may still break inside', () => {
  const paragraph = [formula('a=', 'b'), text('.')];
  expect(held(...paragraph)).toEqual(paragraph);
});
