// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { createCodeBlock } from '../../src/notebook/cell/code-block';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

function drawn(source: string): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = '<pre><code><div class="ec-line">lesson</div></code></pre>';
  createCodeBlock(host, 'lesson').setSource(source);
  return host;
}

describe('the readable code of a cell', () => {
  beforeAll(() => useWords(en, 'en'));

  it('is all there for what a person writes', () => {
    const source = 'const a = 1;\n'.repeat(900);
    const host = drawn(source);
    expect(host.querySelectorAll('.ec-line')).toHaveLength(901);
    expect(host.querySelector('.rc-code-cut')).toBeNull();
  });

  it('shows characters that turn the direction of text, and keeps them', () => {
    const source = "if (a /* \u202E\u2066 { ok */) b('\u2069')";
    const host = drawn(source);
    expect(host.textContent).toBe(source);
    const names = [...host.querySelectorAll<HTMLElement>('.rc-turning')].map(({ dataset }) => dataset.name);
    expect(names).toEqual(['U+202E', 'U+2069']);
  });

  it.each([
    ['of 99,000 empty lines', '\n'.repeat(99_000)],
    ['in one line', 'a+'.repeat(100_000)],
    ['of quotes', "'".repeat(200_000)],
    ['of letters of two units each', `a${'𠮷'.repeat(90_000)}`],
  ])('%s is drawn up to a bound, which it says', (_, source) => {
    const host = drawn(source);
    expect(host.querySelectorAll('*').length).toBeLessThan(25_000);
    const cut = host.querySelector('.rc-code-cut')?.textContent ?? '';
    expect(cut).toMatch(/^Not drawn here: [\d,]+ more characters\./);
    const shown = [...host.querySelectorAll('.ec-line')].map(({ textContent }) => textContent).join('');
    expect(shown.length).toBeLessThanOrEqual(21_000);
    expect(shown).not.toMatch(/[\uD800-\uDBFF]$/);
  });
});
