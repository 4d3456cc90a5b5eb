// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { renderers, showOutput, type Shown } from '../../src/outputs';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { cases } from './cases';
import { prettyHtml } from './pretty-html';
import { kinds, sample } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.documentElement.dataset.theme = 'light';
  document.body.replaceChildren();
});

async function put(output: Output): Promise<Shown> {
  const shown = showOutput(output);
  document.body.append(shown.element);
  // A chart learns a moment later whether this browser can draw.
  await Promise.resolve();
  return shown;
}

test('every kind of output has its renderer', () => {
  expect(Object.keys(renderers).sort()).toEqual([...kinds].sort());
});

describe.each(kinds)('%s', (kind) => {
  test('looks the same as its snapshot', async () => {
    const { element } = await put(sample(kind));
    await expect(prettyHtml(element) + '\n').toMatchFileSnapshot(`snapshots/${kind}.html.snap`);
  });

  test('says its kind, and says nothing in a language other than the page’s', async () => {
    useWords(zhCn, 'zh-cn');
    const { element } = await put(sample(kind));
    expect(element.dataset.output).toBe(kind);
    const words = [...element.querySelectorAll('button, summary, output, .rc-note')].map((part) => part.textContent);
    expect(words.filter((text) => /\b(of|the|Copy|Save|Table|more|Point)\b/.test(text ?? ''))).toEqual([]);
  });

  test('shows the same after an update with the same values', async () => {
    const shown = await put(sample(kind));
    const before = prettyHtml(shown.element);
    shown.update(sample(kind));
    expect(prettyHtml(shown.element)).toBe(before);
  });

  test('leaves the page without a trace', async () => {
    const shown = await put(sample(kind));
    shown.remove();
    expect(document.body.children.length).toBe(0);
  });

  test('every button has a name', async () => {
    const { element } = await put(sample(kind));
    for (const button of element.querySelectorAll('button')) expect(button.textContent).not.toBe('');
  });
});

test.each(Object.entries(cases))('%s looks the same as its snapshot', async (name, output) => {
  const { element } = await put(output);
  await expect(prettyHtml(element) + '\n').toMatchFileSnapshot(`snapshots/${name}.html.snap`);
});

test('a slot that changes its kind changes its element in place', async () => {
  const shown = await put(sample('loading'));
  shown.update(sample('table'));
  expect(document.body.children.length).toBe(1);
  expect(document.body.firstElementChild).toBe(shown.element);
  expect(shown.element.dataset.output).toBe('table');
});

test('text is never taken for markup', async () => {
  const { element } = await put({
    kind: 'log',
    head: [{ level: 'log', text: '<img src=x onerror=alert(1)>' }],
    omitted: 0,
    tail: [],
  });
  expect(element.querySelector('img')).toBeNull();
});
