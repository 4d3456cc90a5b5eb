import { beforeAll, describe, expect, it } from 'vitest';
import { compileOrThrow, outputsOf, startNodeKernel, type NodeKernel, type Ran } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  await node.run(
    'net',
    `function build() {
       const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
       net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       return net;
     }`,
  );
});

const printed = (ran: Ran): string[] =>
  outputsOf(ran, 'log')
    .flatMap(({ head }) => head)
    .map(({ text }) => text);
const tensors = async (): Promise<number> => (await node.run('count', '0')).tensors;
const sleep = '(time) => new Promise((go) => setTimeout(go, time))';

describe('a promise that nobody awaits', () => {
  it.each([
    [
      'of a program that begins with run()',
      `async function run() {
         const net = build();
         const x = tf.ones([4, 2]), y = tf.ones([4, 1]);
         await net.fit(x, y, { epochs: 3, callbacks: { onEpochEnd: (epoch) => console.log('epoch', epoch) } });
         net.predict(x).print();
         console.log('end');
       }
       run();
       console.log('first');`,
      ['first', 'epoch 0', 'epoch 1', 'epoch 2', expect.stringMatching(/^Tensor/), 'end'],
    ],
    [
      'of an arrow function called at once',
      `(async () => { const x = tf.ones([2]); await tf.nextFrame(); console.log(x.dataSync()[1]); })();`,
      ['1'],
    ],
    ['as the last line', `async function main() { await tf.nextFrame(); console.log('end'); }\nmain()`, ['end']],
    [
      'inside a block and a function',
      `async function inner() { await tf.nextFrame(); await tf.nextFrame(); console.log('inner'); }
       function outer() { inner(); }
       if (true) { outer(); }`,
      ['inner'],
    ],
    [
      'behind void and &&',
      `const go = async (n) => { await tf.nextFrame(); console.log(n); }; void go(1); true && go(2);`,
      ['1', '2'],
    ],
    [
      'with then',
      `const net = build();
       net.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 2 }).then((history) => console.log(history.epoch.length));`,
      ['2'],
    ],
    [
      'of a training that is kept in a name',
      `const net = build();
       const history = net.fit(tf.ones([4, 2]).mul(1), tf.ones([4, 1]), { epochs: 2, callbacks: { onTrainEnd: () => console.log('trained') } });`,
      ['trained'],
    ],
    [
      'of a training that a callback begins',
      `const net = build();
       const start = () => void net.fit(tf.ones([4, 2]), tf.ones([4, 1]), { callbacks: { onTrainEnd: () => console.log('trained') } });
       [1].forEach(start);`,
      ['trained'],
    ],
  ])('%s: the cell is done when it is, and its tensors live as long', async (_, source, lines) => {
    const ran = await node.run('a', source);
    expect(ran.outputs.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(ran.outcome).toBe('done');
    expect(printed(ran)).toEqual(lines);
  });

  it('does not hold up the lines after it, and leaves no tensor', async () => {
    const before = await tensors();
    const ran = await node.run(
      'b',
      `async function later() { const x = tf.ones([2]); await tf.nextFrame(); console.log('later', x.size); }
       console.log(1); later(); console.log(2); await tf.nextFrame(); console.log(3);`,
    );
    expect(printed(ran).filter((line) => line !== 'later 2')).toEqual(['1', '2', '3']);
    expect(printed(ran)).toContain('later 2');
    expect(await tensors()).toBe(before);
  });

  it('sets names before the cells that read them run', async () => {
    await node.run(
      'c',
      'let trained; async function train() { await tf.nextFrame(); trained = tf.ones([3]); }\ntrain();',
    );
    expect(outputsOf(await node.run('d', 'trained.size'), 'tree')[0]?.root.text).toBe('3');
  });

  it('in a function of another cell belongs to the cell that called it', async () => {
    await node.run(
      'maker',
      `async function work(x) { await tf.nextFrame(); await tf.nextFrame(); console.log(x.size); }`,
    );
    const before = node.messages.length;
    expect((await node.run('caller', 'work(tf.ones([7]));')).outcome).toBe('done');
    expect(JSON.stringify(node.messages.slice(before))).toContain('"text":"7"');
    expect(node.messages.slice(before).filter(({ kind }) => kind === 'output')).toHaveLength(1);
  });

  it('shows its value where it is the last expression', async () => {
    const ran = await node.run('a', 'const later = async () => 5;\nlater()');
    expect(outputsOf(ran, 'tree')[0]?.root.text).toBe('5');
  });
});

describe('an error of it', () => {
  it.each([
    [
      'thrown after an await',
      'async function run() {\n  await tf.nextFrame();\n  throw new Error("late");\n}\nrun();',
      3,
    ],
    ['thrown at once', 'async function run() {\n  throw new Error("late");\n}\nrun();', 2],
    [
      'of TensorFlow.js, at the line that began it',
      'const net = build();\nnet.fit(tf.ones([4, 3]), tf.ones([4, 1]));',
      2,
    ],
    ['as the last line', 'const run = async () => {\n  throw new Error("late");\n};\nrun()', 2],
    ['that is no error', 'Promise.reject(5);', undefined],
  ])('is an error of its cell: %s', async (_, source, line) => {
    const ran = await node.run('a', source);
    expect(ran.outcome).toBe('failed');
    const errors = outputsOf(ran, 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.at?.line).toBe(line);
    expect((await node.run('b', 'typeof run')).outputs).toMatchObject([{ root: { text: 'undefined' } }]);
  });

  it('is none where the cell catches it', async () => {
    const ran = await node.run(
      'a',
      'async function run() { throw new Error("x"); }\nrun().catch((error) => console.log(error.message));',
    );
    expect([ran.outcome, printed(ran)]).toEqual(['done', ['x']]);
  });

  it('is shown with that of the cell itself, which waits for what it had begun', async () => {
    const ran = await node.run(
      'a',
      `async function run() { await (${sleep})(20); console.log('ran'); }\nrun(); throw new Error('own');`,
    );
    expect(outputsOf(ran, 'error').map(({ message }) => message)).toEqual(['own']);
    expect([ran.outcome, printed(ran)]).toEqual(['failed', ['ran']]);
  });
});

describe('Stop ends', () => {
  const stopped = async (source: string): Promise<string> => {
    const before = node.messages.length;
    const run = 50_000 + before;
    const done = node.kernel.handle({ kind: 'run', run, cell: 'stop', program: compileOrThrow(source), controls: {} });
    setTimeout(() => void node.kernel.handle({ kind: 'stop' }), 100);
    await done;
    const finished = node.messages.slice(before).find(({ kind }) => kind === 'finished');
    return finished?.kind === 'finished' ? finished.outcome : 'lost';
  };

  it.each([
    ['a promise that never settles', 'const never = () => new Promise(() => {});\nnever();'],
    ['a loop without an end', `(async () => { for (;;) await (${sleep})(5); })();`],
    [
      'a training, and what waits for something else meanwhile',
      `const net = build(); const never = () => new Promise(() => {});
       net.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 1e5, callbacks: { onBatchEnd() {} } }); await never();`,
    ],
  ])('%s', async (_, source) => {
    expect(await stopped(source)).toBe('stopped');
    expect((await node.run('next', '1 + 1')).outcome).toBe('done');
  });
});
