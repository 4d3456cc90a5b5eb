import { describe, expect, test } from 'vitest';
import { styleModule } from '../../src/site/build/plugins/lazy-monaco-css';

describe('a stylesheet as a module', () => {
  test('adds its text to the document when it runs', () => {
    const text = ".a::before { content: '\\201c `x` ${y}'; }";
    const module = styleModule(text, '/x/a.css');
    const style = { textContent: '' };
    const document = { createElement: () => style, head: { append: () => undefined } };
    new Function('document', module)(document);
    expect(style.textContent).toBe(text);
  });

  test('turns the fonts that it names into assets, and leaves data URLs alone', () => {
    const module = styleModule('a{src:url(./codicon.ttf?x=1)}b{c:url("data:image/png;base64,AA")}', '/x/y/a.css');
    expect(module).toContain('import asset0 from "/x/y/codicon.ttf?url";');
    expect(module).toContain('url("${asset0}")');
    expect(module).toContain('url("data:image/png;base64,AA")');
  });
});
