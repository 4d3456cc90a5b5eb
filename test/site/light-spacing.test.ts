import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withLightRules } from '../../src/site/build/plugins/light-spacing';

const file = './node_modules/@astrojs/starlight/dist/style/markdown.css';
const braces = (css: string): number => css.match(/\{/g)?.length ?? 0;

it('replaces four rules of Starlight’s stylesheet, and no other', () => {
  const css = readFileSync(file, 'utf8');
  const light = withLightRules(css, file);
  for (const heavy of ['script:last-child', 'astro-island', /\+\s+:not\(a,/, /:not\(h1,/]) {
    expect(css).toMatch(heavy);
    expect(light).not.toMatch(heavy);
  }
  expect(braces(light)).toBe(braces(css) - 2);
  expect(light).toContain(':first-child):not(:where(.not-content *)) {\n\t\tmargin-top: 1.5em;');
  expect(light).toContain('.sl-markdown-content dt:not');
});

it('stops the build where a rule is not there', () => {
  expect(() => withLightRules('a { color: red }', file)).toThrow(/receptive-light-spacing does not fit .*starlight/);
});
