import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withoutHeavyRule } from '../../src/site/build/plugins/light-lists';

const file = './node_modules/@astrojs/starlight/dist/style/markdown.css';

it('takes one rule out of Starlight’s stylesheet, and no other', () => {
  const css = readFileSync(file, 'utf8');
  const without = withoutHeavyRule(css, file);
  expect(without).not.toContain('script:last-child');
  expect(without.match(/\{/g)?.length).toBe((css.match(/\{/g)?.length ?? 0) - 1);
  expect(without).toContain('.sl-markdown-content dt:not');
});

it('stops the build where the rule is not there', () => {
  expect(() => withoutHeavyRule('a { color: red }', file)).toThrow(/receptive-light-lists does not fit .*starlight/);
});
