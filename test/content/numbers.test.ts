import { describe, expect, it } from 'vitest';
import type { KeptOutput } from '../../src/kept';
import { locales } from '../../src/words/locales';
import { chapters } from './chapters';
import { keptOutputs } from './kept-outputs';
import { isShown, markedNumbers, numbersShown } from './numbers';

describe.each(chapters)('chapter $name', ({ name, text }) => {
  it.each(Object.keys(locales))('says only numbers that its cells show (%s)', (locale) => {
    const kept = keptOutputs(name, locale);
    const drifted = markedNumbers(text(locale)).filter(
      ({ cell, text: number }) => !isShown(number, numbersShown(kept.get(cell) ?? [])),
    );
    expect(drifted).toEqual([]);
  });
});

it('finds a number that is not in the output, or not to its digits', () => {
  const table: KeptOutput['output'] = { kind: 'table', columns: ['acc'], rows: [[0.8749], [7850]], omitted: 0 };
  const numbers = numbersShown([{ slot: '1', output: table }]);
  expect(['.87', '.875', '87%', '87.5 %', '7,850'].filter((text) => isShown(text, numbers))).toHaveLength(5);
  expect(['.88', '.874', '88%', '7,851', '.8'].filter((text) => isShown(text, numbers))).toEqual([]);
});

it('finds each number of a shape', () => {
  const shape: KeptOutput['output'] = { kind: 'tree', root: { text: "'(3,171,256)'", type: 'string' } };
  const numbers = numbersShown([{ slot: '1', output: shape }]);
  expect(['(3, 171, 256)', '171×256', '3'].filter((text) => isShown(text, numbers))).toHaveLength(3);
  expect(['(3, 171, 255)', '170×256', '171256'].filter((text) => isShown(text, numbers))).toEqual([]);
});

it('finds what the page computes from an output', () => {
  const layer = { outputShape: '[null, 8]', type: 'Dense', from: [] };
  const summary: KeptOutput['output'] = {
    kind: 'summary',
    name: 'net',
    layers: [
      { ...layer, name: 'a', parameters: 300 },
      { ...layer, name: 'b', parameters: 100 },
    ],
    branching: false,
    parameters: 400,
    trainable: 380,
  };
  const numbers = numbersShown([{ slot: '1', output: summary }]);
  expect(['75 %', '25%', '20'].filter((text) => isShown(text, numbers))).toHaveLength(3);
  expect(isShown('74 %', numbers)).toBe(false);
});
