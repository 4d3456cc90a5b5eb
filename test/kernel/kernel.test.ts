import { beforeAll, describe, expect, it } from 'vitest';
import { Stopped } from '../../src/kernel/stop';
import { outputsOf, startNodeKernel, type NodeKernel, compileOrThrow } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

const text = (ran: Awaited<ReturnType<NodeKernel['run']>>): string[] =>
  outputsOf(ran, 'tree').map(({ root }) => root.text);
const memory = async (): Promise<number> => (await node.run('memory', '0')).tensors;

describe('a run', () => {
  it('shows the value of a last expression without a semicolon', async () => {
    expect(text(await node.run('a', '1 + 1'))).toEqual(['2']);
    expect(text(await node.run('a', '1 + 1;'))).toEqual([]);
  });

  it('shares names with later cells, and their newest value', async () => {
    await node.run('declare', 'let count = 1; const add = () => { count += 1 };');
    await node.run('use', 'add()');
    expect(text(await node.run('read', 'count'))).toEqual(['2']);
  });

  it('awaits at top level', async () => {
    expect(text(await node.run('a', 'const later = await Promise.resolve(3)\nlater'))).toEqual(['3']);
  });

  it('gives cells tf, the lab and the data sets with and without an import', async () => {
    const ran = await node.run(
      'a',
      "import * as t from '@tensorflow/tfjs';\nimport { show } from 'lab';\nshow(t.tensor1d([1]).size + tf.scalar(1).rank)",
    );
    expect(text(ran)).toEqual(['1']);
  });

  it('prints to the cell, in order with what it shows', async () => {
    const ran = await node.run('a', "console.log('one', 2, [3]); show(4); console.warn('five');");
    expect(ran.outputs.map(({ kind }) => kind)).toEqual(['log', 'tree', 'log']);
    expect(outputsOf(ran, 'log').flatMap(({ head }) => head)).toEqual([
      { level: 'log', text: 'one 2 [3]' },
      { level: 'warn', text: 'five' },
    ]);
  });

  it('asserts, counts and warns as a console does', async () => {
    const ran = await node.run(
      'a',
      "console.assert(1 > 2, 'no'); console.assert(1 < 2, 'yes'); console.count('n'); console.count('n'); console.info(1n);",
    );
    expect(outputsOf(ran, 'log').flatMap(({ head }) => head)).toEqual([
      { level: 'error', text: 'Assertion failed: no' },
      { level: 'log', text: 'n: 1' },
      { level: 'log', text: 'n: 2' },
      { level: 'info', text: '1n' },
    ]);
  });

  it('keeps the first and the newest of a million lines', async () => {
    const ran = await node.run('a', 'for (let i = 0; i < 1_000_000; i += 1) console.log(String(i));');
    const [log] = outputsOf(ran, 'log');
    expect(log?.head[0]?.text).toBe('0');
    expect(log?.tail.at(-1)?.text).toBe('999999');
    expect((log?.head.length ?? 0) + (log?.omitted ?? 0) + (log?.tail.length ?? 0)).toBe(1_000_000);
    expect(node.messages.filter((message) => message.kind === 'output').length).toBeLessThan(1000);
  });
});

describe('what a cell shows', () => {
  const net = `const net = tf.sequential({ layers: [
    tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: 3, name: 'conv' }), tf.layers.flatten(), tf.layers.dense({ units: 2 }),
  ] });`;

  it.each([
    ['a picture', 'show(tf.ones([8, 8, 3]))', 8 * 8 * 3],
    ['a matrix', 'show(tf.ones([4, 4]))', 4 * 4],
    ['feature maps', `featureMaps(net, tf.ones([8, 8, 1]), 'conv')`, 2 * 6 * 6],
  ])('moves to the page without a copy: %s', async (_, source, values) => {
    await node.run('net', net);
    node.moved.length = 0;
    expect((await node.run('a', source)).outcome).toBe('done');
    expect(node.moved.length).toBeGreaterThan(0);
    expect(node.moved.every(({ byteLength }) => byteLength === 0)).toBe(true);
    const last = node.messages.findLast((message) => message.kind === 'output');
    expect(last?.kind === 'output' && valuesIn(last.output)).toBe(values);
  });

  it('is complete each time it is sent again', async () => {
    await node.run('net', net);
    const before = node.messages.length;
    await node.run('a', `await maximize(net, 'conv', 1, { steps: 48 })`);
    const sent = node.messages.slice(before).flatMap((message) => (message.kind === 'output' ? [message.output] : []));
    expect(sent.length).toBeGreaterThan(1);
    for (const output of sent) {
      if (output.kind !== 'frames') throw new Error(output.kind);
      for (const { images } of output.frames) expect(images.map(({ values }) => values.length)).toEqual([64]);
    }
  });

  it('stays the reader’s', async () => {
    const source = `const image = tf.ones([8, 8, 3]), list = new Float32Array([1, 2, 3, 4]);
      for (const turn of [1, 2]) { show(image); show(list, { as: 'heat-map' }); featureMaps(net, image.mean(2, true), 'conv'); }
      [image.sum().dataSync()[0], list.length]`;
    expect(text(await node.run('a', source))).toEqual(['[192, 4]']);
  });
});

/** Values in all typed arrays of an output. */
function valuesIn(output: object): number {
  return Object.values(output)
    .filter((part): part is object => typeof part === 'object' && part !== null)
    .reduce((sum, part) => sum + (part instanceof Float32Array ? part.length : valuesIn(part)), 0);
}

describe('an error', () => {
  it('has the line and column of the TypeScript', async () => {
    const ran = await node.run(
      'a',
      'const a: number = 1;\nfunction fail(x: number): never {\n  throw new RangeError(`no ${x}`);\n}\nconst b: string = "b"; fail(a);',
    );
    const [error] = outputsOf(ran, 'error');
    expect(ran.outcome).toBe('failed');
    expect(error).toMatchObject({ name: 'RangeError', message: 'no 1', at: { line: 3, column: 9 } });
    expect(error?.frames).toEqual([
      { cell: 'a', at: { line: 3, column: 9 }, in: 'fail' },
      { cell: 'a', at: { line: 5, column: 24 } },
    ]);
  });

  it('names the cell whose function threw', async () => {
    await node.run('maker', 'const thrower = () => {\n  throw new Error("here");\n};');
    const [error] = outputsOf(await node.run('caller', 'thrower()'), 'error');
    expect(error?.frames.map(({ cell, at }) => [cell, at.line])).toEqual([
      ['maker', 2],
      ['caller', 1],
    ]);
  });

  it('that no cell waits for is shown at the cell whose line threw', async () => {
    let failure: unknown;
    Object.assign(globalThis, { hold: (error: unknown) => (failure = error) });
    await node.run('late', '1;\ntry { throw new Error("late"); } catch (error) { globalThis.hold(error); }');
    await node.run('other', '1');
    Reflect.deleteProperty(globalThis, 'hold');
    const before = node.messages.length;
    node.kernel.fail(failure);
    expect(node.messages.slice(before)).toMatchObject([
      { kind: 'output', cell: 'late', output: { kind: 'error', message: 'late', at: { line: 2 } } },
    ]);
  });

  it('that no cell waits for and that has no line is shown at the cell that runs, unless it is Stop itself', async () => {
    const done = node.run('a', 'await new Promise((resolve) => setTimeout(resolve, 100));');
    await new Promise((resolve) => setTimeout(resolve, 50));
    node.kernel.fail(new Stopped('Stopped.'));
    node.kernel.fail(new Error('stray'));
    expect(outputsOf(await done, 'error').map(({ message }) => message)).toEqual(['stray']);
    expect((await done).outcome).toBe('failed');
  });

  it('is shown, whatever was thrown', async () => {
    for (const thrown of ['null', '"text"', '{ toString() { throw 1 } }', 'Object.create(null)']) {
      expect((await node.run('a', `throw ${thrown};`)).outcome).toBe('failed');
    }
  });

  it('leaves no name behind and keeps the kernel going', async () => {
    await node.run('a', 'const gone = 1; throw new Error("x");');
    expect((await node.run('b', 'gone')).outcome).toBe('failed');
    expect((await node.run('c', '1')).outcome).toBe('done');
  });
});

describe('memory', () => {
  it.each(['sgd(0.1)', 'momentum(0.1, 0.9)', 'adam(0.1)'])(
    'an optimizer without a name, %s, ends with the next run',
    async (made) => {
      const cell = `{ const w = tf.variable(tf.ones([2])); tf.train.${made}.minimize(() => w.square().sum()); }`;
      await node.run('a', cell);
      const before = await memory();
      await node.run('a', cell);
      expect(await memory()).toBe(before);
      await node.run('a', '0');
    },
  );

  it('keeps what a name holds and frees every intermediate tensor', async () => {
    const before = await memory();
    await node.run(
      'a',
      'const kept = tf.ones([3]).mul(2).add(1); const list = [{ deep: tf.ones([2]) }]; show(kept.square());',
    );
    expect((await memory()) - before).toBe(2);
    expect(text(await node.run('b', 'kept.dataSync()[0] + list[0].deep.size'))).toEqual(['5']);
  });

  it.each([
    ['a list that begins with a number', 'const held = [0.5, tensor];', 'held[1]'],
    ['a list with a hole and nothing', 'const held = [, null, tensor];', 'held[2]'],
    ['the last of many numbers', 'const held = [...Array(9_999).keys(), tensor];', 'held[9_999]'],
    ['a key of a map', 'const held = new Map([[tensor, 1]]);', '[...held.keys()][0]'],
    ['a value of a map', "const held = new Map([['x', tensor]]);", "held.get('x')"],
    ['a set', 'const held = new Set([1, tensor]);', '[...held][1]'],
    ['a symbol', "const held = { [Symbol.for('x')]: tensor };", "held[Symbol.for('x')]"],
    ['a field of a class', 'class Box { value = tensor }\nconst held = new Box();', 'held.value'],
    ['a field of a map', 'class Bag extends Map { value = tensor }\nconst held = new Bag();', 'held.value'],
    ['a static field', 'class Held { static value = tensor }', 'Held.value'],
    ['six levels', 'const held = [[[[[[tensor]]]]]];', 'held[0][0][0][0][0][0]'],
    [
      'a layer that a reader wrote',
      `class Own extends tf.layers.Layer { value = tensor; static className = 'Own'; call(x) { return x; } }
       const held = new Own();`,
      'held.value',
    ],
    [
      'a model with such a layer',
      `const held = (() => {
         class Own extends tf.layers.Layer { value = tensor; static className = 'Own'; call(x) { return x; } }
         return tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] }), new Own({})] });
       })();`,
      'held.layers[1].value',
    ],
  ])('keeps a tensor in %s, until that cell runs again', async (_, declaration, way) => {
    const source = `${declaration.replace('tensor', 'tf.tensor1d([1, 2])')}`;
    await node.run('hold', '0');
    const before = await memory();
    await node.run('hold', source);
    expect((await node.run('read', `${way}.dataSync()[1]`)).outputs).toMatchObject([{ root: { text: '2' } }]);
    await node.run('hold', '0');
    expect(await memory()).toBe(before);
  });

  it.each([
    ['a closure', 'const made = tf.ones([1]); return () => made;', 'held()'],
    [
      'a private field',
      'return new (class { #made = tf.ones([1]); get value() { return this.#made; } })();',
      'held.value',
    ],
    ['more than 10,000 elements', 'return [...Array(10_000).keys(), tf.ones([1])];', 'held[10_000]'],
    ['more than six levels', 'return [[[[[[[tf.ones([1])]]]]]]];', 'held[0][0][0][0][0][0][0]'],
  ])('cannot see a tensor in %s, says so, and leaves what is kept by hand', async (_, body, way) => {
    await node.run('hold', `const held = (() => { ${body} })();`);
    const [error] = outputsOf(await node.run('read', `${way}.dataSync()`), 'error');
    expect(error?.hint).toContain('tf.keep(x)');
    await node.run('hold', `const held = (() => { ${body.replace('tf.ones([1])', 'tf.keep(tf.ones([1]))')} })();`);
    expect((await node.run('read', `${way}.dataSync()[0]`)).outputs).toMatchObject([{ root: { text: '1' } }]);
  });

  it('leaves the variables of other cells alone where a name is the global object', async () => {
    await node.run('free', 'tf.variable(tf.ones([1]), true, "free");');
    await node.run('hold', 'const all = globalThis;');
    await node.run('hold', '0');
    expect(text(await node.run('read', 'tf.engine().registeredVariables.free.isDisposed'))).toEqual(['false']);
    await node.run('free', '0');
  });

  it('frees the model of a cell that fails, however often', async () => {
    const source = `const failing = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
failing.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await failing.fit(tf.ones([8, 4]), tf.ones([8, 3]), { epochs: 1 });
throw new Error('too late');`;
    expect((await node.run('a', source)).outcome).toBe('failed');
    const before = await memory();
    for (let i = 0; i < 3; i += 1) await node.run('a', source);
    expect(await memory()).toBe(before);
    expect((await node.run('b', 'failing')).outcome).toBe('failed');
    await node.run('a', '0');
  });

  it('frees what a superseded run had declared', async () => {
    await node.run('a', 'const x = tf.ones([3]);');
    const before = await memory();
    for (let i = 0; i < 3; i += 1) await node.run('a', 'const x = tf.ones([3]);');
    expect(await memory()).toBe(before);
  });

  it('keeps a tensor that another cell still holds', async () => {
    await node.run('a', 'const first = tf.ones([3]);');
    await node.run('b', 'const second = { first };');
    await node.run('a', 'const first = tf.zeros([3]);');
    expect(text(await node.run('c', 'second.first.isDisposed'))).toEqual(['false']);
  });

  it('stays correct if a reader disposes a model that a name still holds', async () => {
    await node.run(
      'a',
      'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] }); m.dispose();',
    );
    await node.run('b', '1');
    expect((await node.run('b', '2')).outcome).toBe('done');
  });

  it('does not grow with each save of a model and its optimizer, one after the other and at once', async () => {
    const ran = await node.run(
      'a',
      `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
       net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
       await net.fit(tf.ones([2, 1]), tf.ones([2, 1]));
       const before = tf.memory().numTensors;
       const save = () => net.save('indexeddb://saved', { includeOptimizer: true });
       for (let i = 0; i < 5; i += 1) await save();
       await Promise.all([save(), save(), save()]);
       tf.memory().numTensors - before`,
    );
    expect(text(ran)).toEqual(['0']);
  });

  it('does not grow when models are built, compiled and trained again', async () => {
    const build = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
      const unnamed = [1, 2].map((units) => tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [3] })] }).countParams());
      model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });`;
    const train = 'await model.fit(tf.ones([8, 3]), tf.ones([8, 1]), { epochs: 2 })';
    await node.run('build', build);
    await node.run('train', train);
    await node.run('train', train);
    const before = await memory();
    for (let i = 0; i < 3; i += 1) {
      await node.run('build', build);
      await node.run('train', train);
      await node.run('train', train);
    }
    expect(await memory()).toBe(before);
  });
});

describe('stop', () => {
  const runAndStop = async (cell: string, source: string): Promise<string> => {
    const before = node.messages.length;
    const done = node.kernel.handle({
      kind: 'run',
      run: 9_000 + before,
      cell,
      program: compileOrThrow(source),
      controls: {},
    });
    setTimeout(() => void node.kernel.handle({ kind: 'stop' }), 50);
    await done;
    const finished = node.messages.slice(before).find((message) => message.kind === 'finished');
    return finished?.kind === 'finished' ? finished.outcome : 'lost';
  };

  it('ends a wait that would never end', async () => {
    expect(await runAndStop('a', 'await new Promise(() => {});')).toBe('stopped');
  });

  it.each([
    ['a wait', 'await new Promise((done) => setTimeout(done, 200));'],
    [
      'training',
      `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
       net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       await net.fit(tf.ones([64, 3]), tf.ones([64, 1]), { epochs: 1000, batchSize: 8 });`,
    ],
  ])('runs nothing of what follows %s', async (_, wait) => {
    const before = node.messages.length;
    expect(await runAndStop('a', `${wait}\nconsole.log('ran on');`)).toBe('stopped');
    expect(node.messages.slice(before).filter(({ kind }) => kind === 'output')).toEqual([]);
  });

  it('ends a loop at its next await', async () => {
    expect(await runAndStop('a', 'for (;;) await new Promise((resolve) => setTimeout(resolve, 5));')).toBe('stopped');
  });

  it.each([
    ['with nothing to call', ''],
    ['with functions to call', 'callbacks: { onEpochEnd: () => {} },'],
    ['with a view', 'callbacks: trainingView(),'],
    ['with a class of tfjs', "callbacks: tf.callbacks.earlyStopping({ monitor: 'loss', patience: 1e6 }),"],
  ])('ends training %s after the batch, and the model is still good', async (_, callbacks) => {
    await node.run(
      'build',
      'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] }); m.compile({ optimizer: "sgd", loss: "meanSquaredError" });',
    );
    expect(
      await runAndStop(
        'train',
        // An end, for a kernel that hears nothing would go on for ever.
        `await m.fit(tf.ones([64, 3]), tf.ones([64, 1]), { ${callbacks} epochs: 1000, batchSize: 8 });`,
      ),
    ).toBe('stopped');
    expect((await node.run('use', 'm.predict(tf.ones([1, 3]))')).outcome).toBe('done');
  });
});
