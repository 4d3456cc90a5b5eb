import { describe, expect, it } from 'vitest';
import { cutOutput } from '../../src/kernel/cut-output';
import { weigh } from '../../src/kernel/weigh';
import type { Output, OutputOf } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { kinds, samples } from '../outputs/samples';

useWords(en, 'en');

const error = (rest: Partial<OutputOf<'error'>>): Output => ({
  kind: 'error',
  name: 'Error',
  message: '',
  frames: [],
  ...rest,
});

it.each(kinds)('%s that is not long stays the same object', (kind) => {
  expect(cutOutput(samples[kind])).toBe(samples[kind]);
});

describe('an error', () => {
  it('of a million lines keeps 50 and says how many there are', () => {
    const cut = cutOutput(error({ message: 'm\n'.repeat(1e6) }));
    expect(cut).toMatchObject({ message: `${'m\n'.repeat(50)}… and 999,951 more lines` });
  });
  it('of one long line is cut', () => {
    const cut = cutOutput(error({ message: 'm'.repeat(1e6) }));
    expect(cut).toMatchObject({ message: `${'m'.repeat(5000)}… (and 995,000 more characters)` });
  });
  it('with a long name and many calls keeps the innermost', () => {
    const at = { line: 1, column: 1 };
    const frames = Array.from({ length: 10_000 }, (_, index) => ({ cell: `${index}`, at }));
    const cut = cutOutput(error({ name: 'N'.repeat(1e6), frames }));
    expect(cut.kind === 'error' && [cut.name.length < 400, cut.frames.length, cut.frames[0]?.cell]).toEqual([
      true,
      50,
      '0',
    ]);
  });
});

/** Every text of an output made long, and every list of it too. */
function longer(value: unknown, key = ''): unknown {
  if (key === 'kind' || key === 'type') return value;
  if (typeof value === 'string') return value.padEnd(50_000, 'x');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.flatMap((part) => Array.from({ length: 20 }, () => longer(part, key)));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, longer(part, name)]));
}

it.each(kinds.filter((kind) => kind !== 'control'))(
  '%s with long texts everywhere is cut to a size that a page draws',
  (kind) => {
    const long = longer(samples[kind]) as Output;
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
          ? Object.values(value).flatMap(texts)
          : [];
    const cut = texts(cutOutput(long));
    // Beyond the bound of the whole, each text is cut to 20 characters and the count of the others.
    expect(cut.reduce((sum, text) => sum + Math.max(0, text.length - 60), 0)).toBeLessThan(430_000);
  },
);

it('weighs texts, numbers and each array once', () => {
  const array = new Float32Array(1000);
  expect(weigh({ a: array, b: array, c: 'x'.repeat(500), d: [1, 2] })).toBe(16 + 4016 + 16 + 1016 + 32);
});
