import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FromKernel } from '../../src/protocol';
import { startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

const counts: Record<string, number> = {};
beforeEach(() => {
  Object.assign(globalThis, { counts });
  for (const key of Object.keys(counts)) Reflect.deleteProperty(counts, key);
});

const late = (): (FromKernel & { kind: 'output' })[] =>
  node.messages.filter((message) => message.kind === 'output').filter(({ slot }) => slot.startsWith('late'));
const tick = 'counts.n = (counts.n ?? 0) + 1;';
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

/** Things that go on by themselves after their cell is done. */
const goesOn: [string, string][] = [
  ['an interval', `setInterval(() => { ${tick} }, 1);`],
  ['a timer that starts itself again', `(function again() { ${tick} setTimeout(again, 1); })();`],
  [
    'a timer by another name',
    `const start = globalThis.setTimeout; (function again() { ${tick} start(again, 1); })();`,
  ],
  [
    'an async loop that a name holds',
    `const loop = (async () => { for (;;) { ${tick} await new Promise((go) => setTimeout(go, 1)); } })();`,
  ],
  [
    'a channel that answers itself',
    `const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { ${tick} port2.postMessage(0); }; port2.postMessage(0);`,
  ],
  [
    'a listener',
    `const target = new EventTarget(); target.addEventListener('x', () => { ${tick} }); setInterval(() => target.dispatchEvent(new Event('x')), 1);`,
  ],
];

describe('what a finished cell left behind', () => {
  describe.each([
    ['is run again', () => node.run('a', '0')],
    ['is deleted', () => node.kernel.handle({ kind: 'end', cell: 'a' })],
    ['or any other is stopped', () => node.kernel.handle({ kind: 'stop' })],
  ])('ends when the cell %s', (_, end) => {
    it.each(goesOn)('%s', async (__, source) => {
      await node.run('a', source);
      await expect.poll(() => counts.n ?? 0).toBeGreaterThan(3);
      await end();
      const then = counts.n;
      await rest();
      expect(counts.n).toBe(then);
    });
  });

  it('goes on while other cells run', async () => {
    await node.run('a', `setInterval(() => { ${tick} }, 1);`);
    await node.run('b', '1 + 1');
    const then = counts.n ?? 0;
    await expect.poll(() => counts.n ?? 0).toBeGreaterThan(then + 3);
    await node.kernel.handle({ kind: 'end' });
  });

  it.each([
    ['a timer', "setTimeout(() => { throw new Error('late') }, 5);"],
    ['a timer that throws no error', 'setTimeout(() => { throw null }, 5);'],
    ['a microtask after a timer', 'setTimeout(() => queueMicrotask(() => { throw undefined }), 5);'],
    [
      'a listener',
      "const t = new EventTarget(); t.addEventListener('x', () => { throw 5 }); setTimeout(() => t.dispatchEvent(new Event('x')), 5);",
    ],
  ])('has its errors at its own cell, though another ran since: %s', async (_, source) => {
    const before = late().length;
    await node.run('mine', source);
    await node.run('other', '1 + 1');
    await expect.poll(() => late().length).toBeGreaterThan(before);
    expect(late().at(-1)).toMatchObject({ cell: 'mine', output: { kind: 'error' } });
    expect(JSON.stringify(late().at(-1))).not.toContain('ran last');
  });

  it.each([
    ['timers that double', 'function f() { setTimeout(f, 0); setTimeout(f, 0) } f();'],
    ['timers that double by themselves', 'const f = () => { setTimeout(f); setTimeout(f) }; setTimeout(f);'],
    ['errors without an end', 'setInterval(() => { throw new Error("again") }, 0);'],
    [
      'listeners without an end',
      'const t = new EventTarget(); for (let i = 0; i < 11_000; i += 1) t.addEventListener("x", () => i);',
    ],
  ])('ends as a flood, with words: %s', async (_, source) => {
    const before = late().length;
    await node.run('flood', source);
    await expect
      .poll(() => JSON.stringify(late().slice(before).at(-1) ?? ''), { timeout: 20_000 })
      .toMatch(/were ended|was ended/);
    const after = late().length;
    await rest();
    expect(late().length).toBe(after);
    expect((await node.run('next', '1 + 1')).outcome).toBe('done');
  });

  it('does not count what was cleared or has rung', async () => {
    const before = late().length;
    const ran = await node.run(
      'a',
      `const noop = () => {}; for (let i = 0; i < 11_000; i += 1) clearTimeout(setTimeout(noop, 1000));
       const t = new EventTarget();
       for (let i = 0; i < 11_000; i += 1) { t.addEventListener('x', noop); t.removeEventListener('x', noop); }`,
    );
    expect(ran.outcome).toBe('done');
    expect(late().slice(before)).toEqual([]);
    await node.run('a', '0');
  });
});

describe('timers as the platform has them', () => {
  it('pass values, and clear', async () => {
    await node.run(
      'a',
      `const timer = setTimeout(() => { ${tick} }, 5); clearTimeout(timer); setTimeout((by) => { counts.by = by; }, 5, 7);`,
    );
    await expect.poll(() => counts.by).toBe(7);
    expect(counts.n).toBeUndefined();
  });

  it('call a listener once that was added twice, and not after it was removed', async () => {
    await node.run(
      'a',
      `const t = new EventTarget(), hear = () => { ${tick} };
       t.addEventListener('x', hear); t.addEventListener('x', hear); t.dispatchEvent(new Event('x'));
       t.removeEventListener('x', hear); t.dispatchEvent(new Event('x'));`,
    );
    expect(counts.n).toBe(1);
  });

  it('are left alone for code that is not a cell’s', async () => {
    await node.run(
      'a',
      'const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] }); model.compile({ loss: "meanSquaredError", optimizer: "sgd" });',
    );
    const ran = await node.run(
      'b',
      'const fitting = model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 2, verbose: 0 }); await tf.nextFrame(); (await fitting).epoch.length',
    );
    expect(ran.outputs).toMatchObject([{ kind: 'tree', root: { text: '2' } }]);
  });
});
