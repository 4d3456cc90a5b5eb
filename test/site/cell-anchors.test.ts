// Adds MDX's nodes to the types of a tree.
import type {} from 'mdast-util-mdx';
import type { Element, RootContent } from 'hast';
import { expect, test } from 'vitest';
import { cellAnchors } from '../../src/site/build/plugins/cell-anchors';

const heading = (id: string): Element => ({ type: 'element', tagName: 'h2', properties: { id }, children: [] });
const component = (tag: string, name: string): Extract<RootContent, { type: 'mdxJsxFlowElement' }> => ({
  type: 'mdxJsxFlowElement',
  name: tag,
  attributes: [{ type: 'mdxJsxAttribute', name: 'name', value: name }],
  children: [],
});

test('a heading called like a cell or an exercise of its page has an anchor of its own', () => {
  const headings = ['stride', 'reach', 'stride-and-size', 'figure'].map(heading);
  const others = [component('Cell', 'stride'), component('Exercise', 'reach'), component('Figure', 'figure')];
  const listed = headings.map(({ properties }) => ({ slug: String(properties.id) }));
  cellAnchors()({ type: 'root', children: [...headings, ...others] }, { data: { astro: { headings: listed } } });
  const expected = ['stride-section', 'reach-section', 'stride-and-size', 'figure'];
  expect(headings.map(({ properties }) => properties.id)).toEqual(expected);
  expect(listed.map(({ slug }) => slug)).toEqual(expected);
});
