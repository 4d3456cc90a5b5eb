import { beforeAll, describe, expect, it } from 'vitest';
import type { ErrorOutput } from '../../src/protocol';
import { outputsOf, startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

async function errorOf(source: string): Promise<ErrorOutput> {
  const ran = await node.run('a', source);
  expect(ran.outcome).toBe('failed');
  const [error] = outputsOf(ran, 'error');
  if (!error) throw new Error('no error was shown');
  return error;
}

describe('a thrown value ends the cell with words', () => {
  const revoked = 'const { proxy, revoke } = Proxy.revocable({}, {}); revoke();';
  const trap = 'throw new TypeError("trap")';

  it.each([
    ['nothing', 'throw undefined', 'undefined'],
    ['null', 'throw null', 'null'],
    ['a number', 'throw 5', '5'],
    ['a bigint', 'throw 5n', '5n'],
    ['a symbol', "throw Symbol('x')", 'Symbol(x)'],
    ['a text', "throw 'text'", "'text'"],
    ['a list', 'throw [1, 2]', '[1, 2]'],
    ['an empty list', 'throw []', '[]'],
    ['an object', 'throw { code: 7 }', '{ code: 7 }'],
    ['a function', 'throw function named() {}', 'ƒ named'],
    ['a tensor', 'throw tf.tensor([1, 2])', 'Tensor [2] float32'],
    ['an object without a prototype', 'throw Object.create(null)', '{}'],
    ['an object that cannot become text', 'throw { toString() { throw 1 } }', '{ toString: ƒ toString }'],
    ['a revoked proxy', `${revoked} throw proxy`, 'Object'],
    ['a proxy without a readable prototype', `throw new Proxy({}, { getPrototypeOf() { ${trap} } })`, 'Object'],
    [
      'a proxy whose every trap throws',
      `throw new Proxy({}, new Proxy({}, { get() { return () => { ${trap} } } }))`,
      'Object',
    ],
    [
      'a revoked proxy of a function',
      'const { proxy, revoke } = Proxy.revocable(() => 1, {}); revoke(); throw proxy',
      'ƒ',
    ],
  ])('%s', async (_, source, words) => {
    const error = await errorOf(source);
    expect(error.name).toBe('Thrown');
    expect(error.message).toContain(words);
    expect(error.message).not.toBe('?');
    expect(error.hint).toContain('throw new Error');
  });

  it.each([
    ['a message that throws', "Object.defineProperty(new Error('x'), 'message', { get() { throw 1 } })", 'Error', ''],
    [
      'a message that never comes',
      "Object.defineProperty(new Error('x'), 'message', { get() { for (;;); } })",
      'Error',
      '',
    ],
    ['a name that never comes', "Object.defineProperty(new Error('x'), 'name', { get() { for (;;); } })", 'Error', 'x'],
    ['a stack that throws', "Object.defineProperty(new Error('x'), 'stack', { get() { throw 1 } })", 'Error', 'x'],
    [
      'a message that is a tensor',
      'Object.assign(new Error(), { message: tf.scalar(1) })',
      'Error',
      'Tensor [] float32',
    ],
    ['a name that is a symbol', "Object.assign(new Error('x'), { name: Symbol('n') })", 'Error', 'x'],
    ['a class of the reader’s', "new (class Mine extends Error { name = 'Mine' })('x')", 'Mine', 'x'],
    ['an exception of the platform', "new DOMException('x', 'AbortError')", 'AbortError', 'x'],
  ])('an error with %s', async (_, source, name, message) => {
    expect(await errorOf(`throw ${source};`)).toMatchObject({ name, message });
  });

  it('a huge message is cut', async () => {
    const { message } = await errorOf("throw new Error('m\\n'.repeat(1e6))");
    expect(message.length).toBeLessThan(20_000);
    expect(message).toMatch(/… and 999,951 more lines$/);
  });

  it('the errors behind it are named, also where they go round in a circle', async () => {
    const chain = await errorOf("throw new Error('out', { cause: new RangeError('in', { cause: 7 }) })");
    expect(chain).toMatchObject({ message: 'out', hint: 'Behind it: RangeError: in; 7.' });
    const circle = await errorOf("const e = new Error('round'); e.cause = e; throw e;");
    expect(circle.hint).toContain('Behind it: Error: round; Error: round');
    const many = await errorOf("await Promise.any([Promise.reject(new Error('one')), Promise.reject('two')])");
    expect(many).toMatchObject({ name: 'AggregateError' });
    const own = await errorOf("throw new AggregateError([new Error('one'), 'two'], 'all')");
    expect(own.hint).toBe("Behind it: Error: one; 'two'.");
  });

  it('the errors behind one of ours are not the reader’s business', async () => {
    const { hint } = await errorOf("tf.tensor([1]).reshape([2]); throw new Error('x')");
    expect(hint).not.toContain('Behind it');
  });
});

describe('an error that no cell waits for and that has no line', () => {
  const latest = (): unknown => node.messages.at(-1);

  it('is shown at the only cell that ran, for certain', async () => {
    const alone = await startNodeKernel();
    await alone.run('only', '1');
    alone.kernel.fail(undefined);
    const message = alone.messages.at(-1);
    expect(message).toMatchObject({ kind: 'output', cell: 'only', output: { kind: 'error', message: 'undefined' } });
    expect(JSON.stringify(message)).not.toContain('ran last');
  });

  it.each([
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    [
      'an error of the engine',
      Object.assign(new Error('bad magic'), { stack: 'CompileError: bad magic' }),
      'bad magic',
    ],
  ])('is shown at the cell that ran last, as a guess: %s', async (_, thrown, message) => {
    await node.run('first', '1');
    await node.run('second', '2');
    node.kernel.fail(thrown);
    expect(latest()).toMatchObject({ kind: 'output', cell: 'second', output: { kind: 'error', message } });
    expect(JSON.stringify(latest())).toContain('this one ran last');
  });

  it('is never mistaken for Stop, whatever it is', async () => {
    await node.run('a', '1');
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    node.kernel.fail(proxy);
    expect(latest()).toMatchObject({ kind: 'output', cell: 'a', output: { kind: 'error' } });
  });
});
