import { beforeAll, describe, expect, it } from 'vitest';
import { outputsOf, startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

let beats = 0;
async function pong(): Promise<{ damage?: string }> {
  beats += 1;
  await node.kernel.handle({ kind: 'ping', beat: beats });
  const answer = node.messages.at(-1);
  if (answer?.kind !== 'pong' || answer.beat !== beats) throw new Error('the kernel did not answer');
  return answer;
}

const text = async (source: string): Promise<string[]> =>
  outputsOf(await node.run('next', source), 'tree').map(({ root }) => root.text);

describe('a cell that replaces a built-in', () => {
  it.each([
    ['Promise.resolve = null', 'Promise.resolve'],
    ['Promise.prototype.then = function () {}', 'Promise.prototype.then'],
    ['globalThis.Promise = null', 'Promise'],
    ['delete globalThis.Promise', 'Promise'],
    ['globalThis.Map = null', 'Map'],
    ['globalThis.Set = class {}', 'Set'],
    ['Set.prototype.add = null; Set.prototype.delete = null', 'Set.prototype.add'],
    ['Map.prototype.get = () => 1', 'Map.prototype.get'],
    ['Array.isArray = () => true', 'Array.isArray'],
    ['Array.prototype[Symbol.iterator] = null', 'Array.prototype[Symbol.iterator]'],
    ['Array.prototype.map = () => []', 'Array.prototype.map'],
    ['Array.prototype.push = () => { throw new Error("no") }', 'Array.prototype.push'],
    ['Object.getPrototypeOf([].values()).next = () => ({ done: true })', 'Array Iterator.next'],
    ['delete globalThis.URL', 'URL'],
    ['URL.createObjectURL = null', 'URL.createObjectURL'],
    ['Object.defineProperty = null; Object.keys = () => []', 'Object.defineProperty'],
    ['Object.entries = null', 'Object.entries'],
    ['Object.prototype.hasOwnProperty = () => true', 'Object.prototype.hasOwnProperty'],
    ['Object.prototype.then = function () {}', 'Object.prototype.then'],
    ['Object.prototype.get = () => 1', 'Object.prototype.get'],
    ['Function.prototype.call = null; Function.prototype.apply = null', 'Function.prototype'],
    ['Function.prototype.bind = null', 'Function.prototype.bind'],
    ['globalThis.Error = null', 'Error'],
    ['JSON.stringify = () => ""', 'JSON.stringify'],
    ['String.prototype.split = () => []; String.prototype.slice = null', 'String.prototype'],
    ['RegExp.prototype.exec = () => null', 'RegExp.prototype.exec'],
    ['Math.max = () => 0', 'Math.max'],
    ['Reflect.ownKeys = null', 'Reflect.ownKeys'],
    ['globalThis.Float32Array = null', 'Float32Array'],
    ['Object.getPrototypeOf(Float32Array.prototype).set = null', 'TypedArray.prototype.set'],
    ['globalThis.setTimeout = null', 'setTimeout'],
    ['globalThis.performance = null', 'performance'],
    ['Object.setPrototypeOf(Array.prototype, null)', 'Array.prototype'],
    ['WeakMap.prototype.has = () => { throw 1 }', 'WeakMap.prototype.has'],
  ])('%s: its run ends, the kernel says so once, and goes on', async (source, damage) => {
    const run = await node.run('a', `${source}; await 0; throw new Error('end')`);
    expect(run.outcome).toBe('failed');
    expect((await pong()).damage).toContain(damage);
    expect(await pong()).not.toHaveProperty('damage');
    expect(await text('1 + 1')).toEqual(['2']);
    expect(await text('tf.tensor([1, 2]).sum().dataSync()[0]')).toEqual(['3']);
  });

  it.each(['', 'const x = 1; x'])('a `then` for all objects does not keep the run from ending: %s', async (rest) => {
    expect((await node.run('a', `Object.prototype.then = function () {};\n${rest}`)).outcome).toBe('done');
    expect(await pong()).toMatchObject({ damage: 'Object.prototype.then' });
  });

  it('has a clock of its own, whatever a cell does to the platform’s', async () => {
    const now = performance.now.bind(performance);
    await node.run('a', 'performance.now = () => { throw 1 }');
    expect((await node.run('next', '1 + 1')).outcome).toBe('done');
    performance.now = now;
  });

  it('after it has ended is found at the next heartbeat', async () => {
    const late: { spoil?: () => void } = {};
    Object.assign(globalThis, { late });
    await node.run('a', 'late.spoil = () => { Array.isArray = () => true };');
    Reflect.deleteProperty(globalThis, 'late');
    // In the same turn as the heartbeat: this process would not survive long without it.
    late.spoil?.();
    expect(await pong()).toMatchObject({ damage: 'Array.isArray' });
    expect(await text('1 + 1')).toEqual(['2']);
  });

  it.each([
    'Array.prototype.last = function () { return this.at(-1) }',
    'globalThis.mine = 1',
    'Math.random = () => 0.5',
    'Date.now = () => 0',
    'String.prototype.shout = function () { return this.toUpperCase() }',
    'class Mine extends Map {}\nconst held = new Mine()',
    'const kept = Promise.resolve, own = { then: 1 }',
  ])('%s: is the reader’s business', async (source) => {
    const { random } = Math;
    const { now } = Date;
    expect((await node.run('a', source)).outcome).toBe('done');
    expect(await pong()).not.toHaveProperty('damage');
    if (source.startsWith('Math')) expect(Math.random()).toBe(0.5);
    Object.assign(Math, { random });
    Object.assign(Date, { now });
    for (const [owner, key] of [
      [Array.prototype, 'last'],
      [String.prototype, 'shout'],
      [globalThis, 'mine'],
    ] as const)
      Reflect.deleteProperty(owner, key);
  });
});
