// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { outputAreaOf } from '../../src/notebook/cell/output-area';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

const line = (text: string): Output => ({ kind: 'tree', root: { text, type: 'string' } });
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ slot: `${at}`, run: 1, output: line(`${at}`) }));
const drawn = (): string[] => [...document.querySelectorAll('.rc-tree-value')].map((one) => one.textContent);
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

function area() {
  const host = document.createElement('div');
  document.body.append(host);
  return { host, area: outputAreaOf(host) };
}

test('the first output is drawn at once', () => {
  area().area.render(lines(1), 1);
  expect(drawn()).toEqual(['0']);
});

test('all have a place of their kind, in their order; a flood is drawn where the reader is', async () => {
  const { host, area: outputs } = area();
  outputs.render(lines(60), 1);
  expect(host.querySelectorAll('[data-output="tree"]').length).toBe(60);
  await expect.poll(async () => (await frame(), drawn())).toEqual(lines(8).map(({ slot }) => slot));
  expect(host.querySelectorAll('[data-later]').length).toBe(52);
});

test('what is printed is drawn', () => {
  const { host, area: outputs } = area();
  outputs.render(lines(60), 1);
  dispatchEvent(new Event('beforeprint'));
  expect(drawn()).toEqual(lines(60).map(({ slot }) => slot));
  expect(host.querySelectorAll('[data-later]').length).toBe(0);
  outputs.remove();
});

test('a place that is not drawn follows its updates, and is drawn with the newest', () => {
  const { area: outputs } = area();
  outputs.render(lines(20), 1);
  outputs.render(
    lines(20).map((one) => ({ ...one, output: line(`new ${one.slot}`) })),
    1,
  );
  dispatchEvent(new Event('beforeprint'));
  expect(drawn()).toEqual(lines(20).map(({ slot }) => `new ${slot}`));
  outputs.remove();
});

test('outputs of an older run are dimmed, drawn or not', () => {
  const { host, area: outputs } = area();
  outputs.render(lines(20), 1);
  outputs.render(lines(20), 2);
  expect(host.querySelectorAll('[data-old]').length).toBe(20);
});
