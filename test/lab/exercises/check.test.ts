import { beforeAll, describe, expect, it } from 'vitest';
import { outputsOf, startNodeKernel, type NodeKernel } from '../../kernel/node-kernel';
import { zhCn } from '../../../src/words/zh-cn';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';

let node: NodeKernel;
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

  it('answers in the language of the page', async () => {
    useWords(zhCn, 'zh-cn');
    expect(await verdictOf(exercise('n - k'))).toMatchObject({ hints: ['数一数。'], failure: { says: '少了一个。' } });
    useWords(en, 'en');
  });

  it('shows the result if no mistake is known, and an error as a result', async () => {
    expect((await verdictOf(exercise('"x"')))?.failure).toEqual({ given: '5, 3', want: '3', got: "'x'" });
    expect((await verdictOf(exercise('(() => { throw new RangeError("no") })()')))?.failure?.got).toBe(
      'RangeError: no',
    );
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
});
