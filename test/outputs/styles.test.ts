// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { cases } from './cases';
import { kinds, samples } from './samples';

const room = 'src/outputs';
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
const imported = [...textOf('outputs.css').matchAll(/@import '\.\/(.+)';/g)].map((match) => match[1] ?? '');

interface Rule {
  selector: string;
  style: CSSStyleDeclaration;
}

const rules = imported.map((file) => ({ file, ...rulesOf(textOf(file)) }));
const paper = rules.flatMap(({ print }) => print);
const screen = rules.flatMap(({ screen }) => screen);

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

test('outputs.css imports every stylesheet of the room once, and print.css last', () => {
  expect([...imported].sort()).toEqual(files.filter((file) => file !== 'outputs.css').sort());
  expect(imported.at(-1)).toBe('print.css');
});

describe.each(kinds)('%s', (kind) => {
  const own = rules.filter(({ file }) => file.endsWith(`/${kind}.css`));

  test('has a stylesheet of the same name next to its renderer', () => {
    expect(own.length).toBe(1);
    const folder = own[0]?.file.split('/')[0];
    expect(readdirSync(`${room}/${folder}`).some((file) => file.startsWith(kind) && file.endsWith('.ts'))).toBe(true);
  });

  test('says whether a page may break inside it', () => {
    const breaks = own.flatMap(({ print }) => print).filter(({ selector }) => selector === `[data-output='${kind}']`);
    expect(breaks.map(({ style }) => style.getPropertyValue('break-inside'))).toEqual([
      expect.stringMatching(/^(auto|avoid)$/),
    ]);
  });

  test('has no rules of another kind in its stylesheet', () => {
    for (const { selector } of own.flatMap(({ print, screen }) => [...print, ...screen])) {
      const first = /^\[data-output='([^']+)'\]/.exec(selector)?.[1];
      expect([kind, undefined]).toContain(first);
    }
  });
});

const drawn: [string, Output][] = [
  ...kinds.map((kind): [string, Output] => [kind, samples[kind]]),
  ...Object.entries(cases),
];

describe.each(drawn)('%s on paper', (_, output) => {
  test('has nothing to press, drag or point at', async () => {
    const element = await put(output);
    const live = element.querySelectorAll("button:not(.rc-place), input[type='range'], .rc-readout");
    expect([...live].filter((part) => !isHiddenOnPaper(part)).map((part) => part.outerHTML)).toEqual([]);
  });

  test('is shown in full where it scrolls on the screen', async () => {
    const element = await put(output);
    for (const part of element.querySelectorAll('*')) {
      if (!/auto|scroll/.test(valueOf(screen, part, 'overflow'))) continue;
      const all = [...screen, ...paper];
      const heights = [valueOf(all, part, 'max-height'), valueOf(all, part, 'height')];
      expect([part.className, valueOf(all, part, 'overflow')]).toEqual([part.className, 'visible']);
      expect([part.className, ...heights.filter((height) => !/^(|none|auto)$/.test(height))]).toEqual([part.className]);
    }
  });
});

async function put(output: Output): Promise<Element> {
  const { element } = showOutput(output);
  document.body.append(element);
  await new Promise(setImmediate);
  return element;
}

function textOf(file: string): string {
  return readFileSync(`${room}/${file}`, 'utf8');
}

function rulesOf(text: string): { print: Rule[]; screen: Rule[] } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const all = [...sheet.cssRules];
  const styles = (list: CSSRule[]): Rule[] =>
    list.flatMap((rule) => (rule instanceof CSSStyleRule ? [{ selector: rule.selectorText, style: rule.style }] : []));
  const print = all.flatMap((rule) =>
    rule instanceof CSSMediaRule && rule.conditionText === 'print' ? [...rule.cssRules] : [],
  );
  return { print: styles(print), screen: styles(all) };
}

function isHiddenOnPaper(part: Element): boolean {
  for (let at: Element | null = part; at; at = at.parentElement) {
    if (valueOf(paper, at, 'display') === 'none') return true;
  }
  return false;
}

/** What a property of an element is by these rules: the heaviest wins, and of equal ones the last. */
function valueOf(list: readonly Rule[], part: Element, property: string): string {
  let best = { weight: -1, value: '' };
  for (const { selector, style } of list) {
    const value = style.getPropertyValue(property);
    const weight = weightOf(selector);
    if (value !== '' && weight >= best.weight && !selector.includes('::') && part.matches(selector))
      best = { weight, value };
  }
  return best.value;
}

/** Specificity, as far as these stylesheets need it: classes, attributes and pseudo-classes before types. */
function weightOf(selector: string): number {
  const plain = selector.replace(/:where\([^)]*\)/g, '');
  const alternatives = [...plain.matchAll(/:is\(((?:[^()]|\([^()]*\))*)\)/g)].map((match) => match[1] ?? '');
  const heaviest = alternatives.map((list) => Math.max(...list.split(',').map(weightOf)));
  const rest = plain.replace(/:is\((?:[^()]|\([^()]*\))*\)/g, '').replace(/:(has|not)\(/g, ' ');
  const classes = rest.match(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/g)?.length ?? 0;
  const types = rest.replace(/\[[^\]]*\]|[.:][\w-]+/g, ' ').match(/[a-z][\w-]*/g)?.length ?? 0;
  return classes * 100 + types + heaviest.reduce((sum, weight) => sum + weight, 0);
}
