import { beforeAll, describe, expect, it } from 'vitest';
import type { LogLine, TreeNode } from '../../src/protocol';
import { outputsOf, startNodeKernel, type NodeKernel, type Ran } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

const linesOf = (ran: Ran): LogLine[] => outputsOf(ran, 'log').flatMap(({ head, tail }) => [...head, ...tail]);
const printed = async (source: string): Promise<string[]> => {
  const ran = await node.run('a', source);
  expect(ran.outcome).toBe('done');
  return linesOf(ran).map(({ text }) => text);
};

describe('what TensorFlow.js prints is in the cell', () => {
  it.each([
    ['tensor.print()', 'tf.tensor2d([[1, 2], [3, 4]]).print();', 'Tensor\n    [[1, 2],\n     [3, 4]]'],
    ['tf.print()', 'tf.print(tf.scalar(7));', 'Tensor\n    7'],
    ['the worker’s own console', 'globalThis.console.log("mine", 1);', 'mine 1'],
  ])('%s', async (_, source, text) => {
    expect(await printed(source)).toEqual([text]);
  });

  it('in order with the lines of the cell', async () => {
    expect(await printed('console.log("one"); tf.scalar(2).print(); console.log("three");')).toEqual([
      'one',
      'Tensor\n    2',
      'three',
    ]);
  });

  it('after an await too, and in a function of another cell, which prints where it was called', async () => {
    await node.run('maker', 'async function later(x) { await tf.nextFrame(); x.print(); }');
    expect(await printed('await later(tf.scalar(3));')).toEqual(['Tensor\n    3']);
  });

  it('from a timer, at the cell that started it, though another one runs', async () => {
    await node.run('timed', 'setTimeout(() => tf.scalar(5).print(), 20);');
    const before = node.messages.length;
    const ran = await node.run('other', 'await new Promise((go) => setTimeout(go, 200));');
    expect(linesOf(ran)).toEqual([]);
    expect(node.messages.slice(before)).toContainEqual(
      expect.objectContaining({
        cell: 'timed',
        output: expect.objectContaining({ head: [{ level: 'log', text: 'Tensor\n    5' }] }) as unknown,
      }),
    );
  });

  it('as a warning where it is one: a data set that ran out', async () => {
    const ran = await node.run(
      'a',
      `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
       net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       const rows = tf.data.array([1, 2, 3, 4]).map((x) => ({ xs: tf.tensor1d([x]), ys: tf.tensor1d([x]) })).batch(2);
       await net.fitDataset(rows, { epochs: 3, batchesPerEpoch: 2 });`,
    );
    const [line] = linesOf(ran);
    expect(line?.level).toBe('warn');
    expect(line?.text).toContain('ran out of data');
  });

  it('and a summary is the table that show() makes', async () => {
    const net = 'tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })';
    const [shown] = outputsOf(await node.run('a', `const net = ${net}; net.summary();`), 'summary');
    expect(shown).toMatchObject({ parameters: 8, layers: [{ outputShape: '[null, 2]' }] });
    expect(await printed(`const net = ${net}; net.summary(40, [0.5, 0.8, 1]);`)).toContain('='.repeat(40));
    expect(
      await printed(`const net = ${net}; net.summary(undefined, undefined, (line) => console.log('>', line));`),
    ).toContain('> Total params: 8');
  });

  it('though another cell has replaced the console', async () => {
    await node.run('hostile', 'globalThis.console.log = null; globalThis.console = undefined;');
    expect(await printed('tf.scalar(1).print(); console.log(2);')).toEqual(['Tensor\n    1', '2']);
  });
});

describe('console.log', () => {
  it.each([
    ['the numbers of a tensor', 'tf.tensor1d([0.0985, 0.112]).dataSync()', 'Float32Array(2) [0.0985, 0.112]'],
    [
      'the beginning of many',
      'tf.linspace(0, 1, 100).dataSync()',
      'Float32Array(100) [0, 0.0101, 0.0202, 0.0303, 0.0404, 0.05051, …]',
    ],
    ['one of them', '(await tf.scalar(0.5).data())', 'Float32Array(1) [0.5]'],
    [
      'the logs of an epoch',
      '"epoch", 0, { loss: 0.6543210, acc: 0.7, val_loss: 0.65, val_acc: 0.71 }',
      'epoch 0 { loss: 0.6543, acc: 0.7, val_loss: 0.65, val_acc: 0.71 }',
    ],
    [
      'a history',
      '{ loss: [2.1234567, 1.4, 1.2], acc: [0.1, 0.5, 0.6] }',
      '{ loss: [2.123, 1.4, 1.2], acc: [0.1, 0.5, 0.6] }',
    ],
    [
      'rows',
      'tf.range(0, 16).reshape([2, 8]).arraySync()',
      '[[0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14, 15]]',
    ],
    ['a lone number in full', '0.1 + 0.2', '0.30000000000000004'],
    ['a tensor', 'tf.zeros([2, 3])', 'Tensor [2, 3] float32'],
  ])('shows %s', async (_, values, line) => {
    expect(await printed(`console.log(${values});`)).toEqual([line]);
  });

  it('lets a value be unfolded that is more than its line, with all its digits', async () => {
    const [line, short] = linesOf(await node.run('a', 'console.log("all", [1 / 3, 2]); console.log([1, 2]);'));
    expect(line).toMatchObject({
      text: 'all [0.3333, 2]',
      parts: [{ text: 'all' }, { text: ' ' }, { text: '[0.3333, 2]' }],
    });
    const tree: TreeNode | undefined = line?.parts?.[2]?.tree;
    expect(tree?.children?.map(({ text }) => text)).toEqual(['0.3333333333333333', '2']);
    expect(short).toEqual({ level: 'log', text: '[1, 2]' });
  });

  it('keeps a value as it was when it was printed', async () => {
    const [line] = linesOf(await node.run('a', 'const list = [1 / 3]; console.log(list); list[0] = 0;'));
    expect(line?.parts?.[0]?.tree?.children?.[0]?.text).toBe('0.3333333333333333');
  });

  it.each([
    ['"%s is %d years and %i, %f", "Ada", 36.9, "12px", "1.5"', 'Ada is 36 years and 12, 1.5'],
    ['"%o and %O", { a: 1 }, [2]', '{ a: 1 } and [2]'],
    ['"100 %", 5', '100 % 5'],
    ['"%d%% of %s", 50', '50% of %s'],
    ['"%s", "a", "b", 3', 'a b 3'],
    ['"%c styled", "color: red"', ' styled'],
    ['"%d", Symbol("x")', 'NaN'],
    ['5, "%s", 6', '5 %s 6'],
  ])('fills places as in a browser: %s', async (values, line) => {
    expect(await printed(`console.log(${values});`)).toEqual([line]);
  });

  it('takes of the CSS behind %c the colour, the weight and the slant', async () => {
    const css = (style: string): string => `console.log('a%cb%cc', ${JSON.stringify(style)}, '');`;
    const look = async (style: string): Promise<unknown> => linesOf(await node.run('a', css(style)))[0]?.parts;
    expect(await look('color: #f00; font-weight: bold; font-style: italic; position: fixed')).toEqual([
      { text: 'a' },
      { text: 'b', look: { colour: '#f00', bold: true, italic: true } },
      { text: 'c' },
    ]);
    expect(await look('color: url(//x.org/y); background: url(//x.org)')).toBeUndefined();
    expect(await look('color: var(--x)')).toBeUndefined();
  });
});

describe('the rest of the console', () => {
  it('has every method of a browser’s', async () => {
    const missing = `['assert', 'clear', 'count', 'countReset', 'debug', 'dir', 'dirxml', 'error', 'group', 'groupCollapsed', 'groupEnd',
      'info', 'log', 'table', 'time', 'timeEnd', 'timeLog', 'timeStamp', 'trace', 'warn'].filter((name) => typeof console[name] !== 'function')`;
    expect(outputsOf(await node.run('a', missing), 'tree')[0]?.root.text).toBe('[]');
  });

  it('puts lines into groups', async () => {
    const source = `console.group('outer %d', 1); console.log('in'); console.groupCollapsed(); console.warn('deep');
      console.groupEnd(); console.groupEnd(); console.groupEnd(); console.log('out');`;
    expect(linesOf(await node.run('a', source))).toEqual([
      { level: 'log', text: 'outer 1', group: 'open' },
      { level: 'log', text: 'in', depth: 1 },
      { level: 'log', text: 'Group', depth: 1, group: 'folded' },
      { level: 'warn', text: 'deep', depth: 2 },
      { level: 'log', text: 'out' },
    ]);
  });

  it.each([
    [
      'a list of objects',
      '[{ a: 1, b: "x" }, { b: "y", c: true }]',
      ['(index)', 'a', 'b', 'c'],
      [
        ['0', 1, 'x', null],
        ['1', null, 'y', true],
      ],
    ],
    ['only some columns', '[{ a: 1, b: 2 }], ["b", "z"]', ['(index)', 'b', 'z'], [['0', 2, null]]],
    [
      'rows of numbers',
      '[[1, 2], [3, 4]]',
      ['(index)', '0', '1'],
      [
        ['0', 1, 2],
        ['1', 3, 4],
      ],
    ],
    [
      'numbers',
      '[5, 6]',
      ['(index)', '(value)'],
      [
        ['0', 5],
        ['1', 6],
      ],
    ],
    ['typed numbers', 'new Float32Array([0.5])', ['(index)', '(value)'], [['0', 0.5]]],
    [
      'an object of objects',
      '{ conv: { units: 8 }, dense: { units: 10 } }',
      ['(index)', 'units'],
      [
        ['conv', 8],
        ['dense', 10],
      ],
    ],
    ['a map', 'new Map([["k", { v: 1 }]])', ['(index)', 'v'], [['k', 1]]],
    [
      'a mixture',
      '[{ a: 1 }, 2]',
      ['(index)', 'a', '(value)'],
      [
        ['0', 1, null],
        ['1', null, 2],
      ],
    ],
    ['values that are objects', '[{ a: [1, 2] }]', ['(index)', 'a'], [['0', '[1, 2]']]],
  ] as const)('makes a table of %s', async (_, values, columns, rows) => {
    expect(outputsOf(await node.run('a', `console.table(${values});`), 'table')).toEqual([
      { kind: 'table', columns, rows, omitted: 0 },
    ]);
  });

  it('prints what is no table, and counts the rows that are left out', async () => {
    expect(await printed('console.table(5); console.table("text"); console.table();')).toEqual([
      '5',
      'text',
      'undefined',
    ]);
    const [table] = outputsOf(
      await node.run('a', 'console.table(Array.from({ length: 1000 }, (_, i) => [i]));'),
      'table',
    );
    expect([table?.rows.length, table?.omitted]).toEqual([200, 800]);
  });

  it('counts and measures', async () => {
    const lines = await printed(
      `console.count(); console.count(); console.countReset(); console.count(); console.countReset('x');
       console.time('t'); console.time('t'); console.timeLog('t', 5); console.timeEnd('t'); console.timeEnd('t');`,
    );
    expect(lines.map((line) => line.replace(/[\d.]+ ms/, '# ms'))).toEqual([
      'default: 1',
      'default: 2',
      'default: 1',
      'Nothing was counted as x yet.',
      'The timer t is running already.',
      't: # ms 5',
      't: # ms',
      'There is no timer t: console.time() starts one.',
    ]);
  });

  it('asserts', async () => {
    const source =
      'console.assert(0); console.assert(0, "no %d", 5); console.assert(0, [1]); console.assert(1, "yes");';
    expect(linesOf(await node.run('a', source))).toEqual([
      { level: 'error', text: 'Assertion failed' },
      { level: 'error', text: 'Assertion failed: no 5' },
      { level: 'error', text: 'Assertion failed: [1]' },
    ]);
  });

  it('traces the calls that lead to a line', async () => {
    const [line] = await printed(
      'function inner() { console.trace("here"); }\nfunction outer() {\n  inner();\n}\nouter();',
    );
    expect(line).toBe('here\n    inner() cell a, line 1\n    outer() cell a, line 3\n    cell a, line 5');
  });

  it('unfolds what dir is given', async () => {
    const [line] = linesOf(await node.run('a', 'console.dir({ a: 1 });'));
    expect(line?.parts?.[0]?.tree?.children).toEqual([{ key: 'a', text: '1', type: 'number' }]);
  });

  it('clears', async () => {
    expect(await printed('console.log("gone"); console.clear(); console.log("stays");')).toEqual(['stays']);
  });
});
