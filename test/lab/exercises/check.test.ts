import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { outputsOf, startNodeKernel, type NodeKernel } from '../../kernel/node-kernel';
import { zhCn } from '../../../src/words/zh-cn';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';

let node: NodeKernel;
afterEach(() => vi.useRealTimers());
beforeAll(async () => {
  node = await startNodeKernel();
});

const verdictOf = async (source: string) => {
  const ran = await node.run('check', source);
  expect(outputsOf(ran, 'error')).toEqual([]);
  return outputsOf(ran, 'verdict')[0];
};

const wrong = `wrong: [{ when: ({ got, given: [n, k] }) => got === n - k, en: 'One is missing.', 'zh-cn': '少了一个。' }],
  hints: [{ en: 'Count.', 'zh-cn': '数一数。' }]`;
const exercise = (body: string): string =>
  `await check({ run: (n: number, k: number) => ${body}, cases: [{ given: [5, 3], want: 3 }, { given: [4, 4], want: 1 }], ${wrong} })`;

describe('the check of an exercise', () => {
  it('passes when every case does', async () => {
    expect(await verdictOf(exercise('n - k + 1'))).toEqual({ kind: 'verdict', passed: 2, total: 2, hints: ['Count.'] });
  });

  it('names the likely mistake of the first failing case', async () => {
    expect(await verdictOf(exercise('n - k'))).toMatchObject({
      passed: 0,
      failure: { given: '5, 3', want: '3', got: '2', says: 'One is missing.' },
    });
  });

  it('names the mistake that fits most failing cases, where several fit the first', async () => {
    const source = (body: string): string =>
      `await check({ run: (n: number) => ${body}, want: (n) => 2 * n, cases: [{ given: [2] }, { given: [5] }, { given: [6] }],
        wrong: [{ when: ({ got, want }) => got === Number(want) - 2, en: 'Two are missing.' },
          { when: ({ got, given: [n] }) => got === n, en: 'Twice.' }] })`;
    expect((await verdictOf(source('n')))?.failure?.says).toBe('Twice.');
    expect((await verdictOf(source('2 * n - 2')))?.failure?.says).toBe('Two are missing.');
    expect((await verdictOf(source('n === 2 ? 4 : n')))?.failure?.says).toBe('Twice.');
  });

  it('answers in the language of the page', async () => {
    useWords(zhCn, 'zh-cn');
    expect(await verdictOf(exercise('n - k'))).toMatchObject({ hints: ['数一数。'], failure: { says: '少了一个。' } });
    useWords(en, 'en');
  });

  it('shows the result if no mistake is known, and an error as a result', async () => {
    expect((await verdictOf(exercise('"x"')))?.failure).toEqual({ given: '5, 3', want: '3', got: "'x'" });
    expect((await verdictOf(exercise('(() => { throw new RangeError("no") })()')))?.failure).toMatchObject({
      got: 'RangeError: no',
      says: 'Your code stopped with this error before it gave an answer.',
    });
  });

  it('compares tensors, lists and objects by their numbers, and frees the tensors', async () => {
    const before = (await node.run('count', '0')).tensors;
    const source = `await check({ run: (x: tf.Tensor) => ({ twice: x.mul(2), list: new Float32Array([0.1]) }),
      cases: [{ given: [tf.tensor1d([1, 2])], want: { twice: [2, 4.00001], list: [0.1] } }] })`;
    expect(await verdictOf(source)).toMatchObject({ passed: 1, total: 1 });
    expect((await node.run('count', '0')).tensors).toBe(before);
  });

  it('distinguishes a missing axis, NaN and a promise', async () => {
    const one = (got: string, want: string): string =>
      `await check({ run: () => ${got}, cases: [{ given: [], want: ${want} }] })`;
    expect(await verdictOf(one('[[1, 2]]', '[1, 2]'))).toMatchObject({ passed: 0 });
    expect(await verdictOf(one('NaN', 'NaN'))).toMatchObject({ passed: 1 });
    expect(await verdictOf(one('NaN', '1'))).toMatchObject({ passed: 0 });
    expect(await verdictOf(one('Promise.resolve(1)', '1'))).toMatchObject({ passed: 1 });
  });

  it('lets a case itself say what is wrong', async () => {
    const source = `await check({ run: () => 5, cases: [{ given: [], test: (got: number) => got > 9 || { en: 'Too small.', 'zh-cn': '太小。' } }] })`;
    expect((await verdictOf(source))?.failure).toEqual({ given: '', got: '5', says: 'Too small.' });
  });

  it('draws cases anew at each run, the same for the same moment, which a table of the fixed answers does not pass', async () => {
    const source = (body: string): string =>
      `await check({ run: (n: number) => ${body}, want: (n) => 2 * n, cases: [{ given: [1] }, { given: [2] }],
        fresh: (random) => [random.whole(10, 9999)], learnt: { en: 'Twice.', 'zh-cn': '两倍。' } })`;
    expect(await verdictOf(source('2 * n'))).toEqual({
      kind: 'verdict',
      passed: 6,
      total: 6,
      fresh: 4,
      hints: [],
      learnt: 'Twice.',
    });
    const table = source('({ 1: 2, 2: 4 })[n] ?? 0');
    const drawnAt = async (time: number) => {
      vi.setSystemTime(time);
      return verdictOf(table);
    };
    const first = await drawnAt(1);
    expect(first).toMatchObject({ passed: 2, total: 6 });
    expect(await drawnAt(1)).toEqual(first);
    expect((await drawnAt(2))?.failure?.given).not.toBe(first?.failure?.given);
  });

  it('awaits an answer and every promise inside it', async () => {
    const source = `await check({ run: async () => [Promise.resolve(1), { two: Promise.resolve(tf.tensor1d([2])) }],
      cases: [{ given: [], want: [1, { two: [2] }] }] })`;
    expect(await verdictOf(source)).toMatchObject({ passed: 1 });
  });

  it('reads an answer of another form where the exercise says that it is as good', async () => {
    const source = (answer: string): string =>
      `await check({ run: () => (${answer}), cases: [{ given: [], want: [1, 2] }],
        read: (got) => numbersIn(got, ['before', 'after']) })`;
    for (const answer of [
      '[[1], [2]]',
      '{ after: 2, before: 1 }',
      'tf.tensor3d([[[1, 2]]])',
      'new Float64Array([1, 2])',
    ])
      expect(await verdictOf(source(answer))).toMatchObject({ passed: 1 });
    expect(await verdictOf(source('{ after: 1, before: 2 }'))).toMatchObject({ passed: 0 });
  });

  it('rounds what it shows and marks the first number that differs, also beyond the end of the line', async () => {
    const failing = async (got: string, want: string) =>
      (await verdictOf(`await check({ run: () => ${got}, cases: [{ given: [], want: ${want} }] })`))?.failure;
    expect(await failing('[[0, 1], [1 / 3, 7]]', '[[0, 1], [2 / 3, 9]]')).toMatchObject({
      want: '[[0, 1], [0.66667, 9]]',
      wantMark: [10, 17],
      got: '[[0, 1], [0.33333, 7]]',
      gotMark: [10, 17],
    });
    const long = await failing(
      'Array.from({ length: 500 }, (_, i) => i)',
      'Array.from({ length: 500 }, (_, i) => i % 400)',
    );
    expect(long?.got).toMatch(/…\]  \[400\] = 400$/);
    expect(long?.want?.slice(...(long.wantMark ?? []))).toBe('0');
  });

  it('takes an answer that its own test cannot read for a wrong one, not for a fault of the check', async () => {
    const source = `await check({ run: () => 5, cases: [{ given: [], test: (got: number[]) => got.map(String).length > 0 }] })`;
    expect((await verdictOf(source))?.failure).toEqual({
      given: '',
      got: '5',
      says: 'The answer has a form that cannot be checked. The comment in the code says what should come back.',
    });
  });

  it.each([
    ['undefined', '[1, 2]', /return/],
    ['[1, NaN]', '[1, 2]', /NaN/],
    ['[1]', '[1, 2]', /2 numbers are expected, and 1 number came/],
    ['[[1, 2]]', '[1, 2]', /shape is not: \[2\] is expected, and \[1, 2\] came/],
    ['[2, 1]', '[1, 2]', /another order/],
    ['[0.334, 2]', '[1 / 3, 2]', /rounded/],
  ])('says of %s for %s what is wrong in any exercise', async (got, want, says) => {
    const source = `await check({ run: () => (${got}), cases: [{ given: [], want: ${want} }] })`;
    expect((await verdictOf(source))?.failure?.says).toMatch(says);
  });

  it.each([
    ['895', '896'],
    ['{ a: 1 }', '{ a: 2 }'],
    ['[1, 2]', '[1, 3]'],
    ["'x'", '3'],
  ])('guesses nothing about %s for %s', async (got, want) => {
    const source = `await check({ run: () => (${got}), cases: [{ given: [], want: ${want} }] })`;
    expect((await verdictOf(source))?.failure?.says).toBeUndefined();
  });
});
