import { beforeAll, describe, expect, it } from 'vitest';
import { outputsOf, startNodeKernel, type NodeKernel } from '../../kernel/node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

const texts = (ran: Awaited<ReturnType<NodeKernel['run']>>): string[] =>
  outputsOf(ran, 'tree').map(({ root }) => root.text);
const picture = { width: 8, height: 8, channels: 1 as const, values: new Uint8Array(64).fill(255) };

describe('a control', () => {
  it('gives its first value, then what the reader has set', async () => {
    const source = "const s = slider('stride', { min: 1, max: 4, value: 2 }); s";
    const first = await node.run('a', source);
    expect(outputsOf(first, 'control')).toEqual([
      { kind: 'control', label: 'stride', control: { type: 'slider', least: 1, most: 4, step: 1 }, value: 2 },
    ]);
    expect(texts(first)).toEqual(['2']);
    expect(texts(await node.run('a', source, { stride: 3 }))).toEqual(['3']);
  });

  it('ignores a value that no longer fits', async () => {
    const source =
      "const s = slider('s', { min: 0, max: 1 }); const c = select('c', ['x', 'y']); const t = toggle('t'); [s, c, t].join()";
    expect(texts(await node.run('a', source, { s: 7, c: 'z', t: 'on' }))).toEqual(['0,x,false']);
    expect(texts(await node.run('a', source, { s: 0.5, c: 'y', t: true }))).toEqual(['0.5,y,true']);
  });

  it('counts the presses of a button', async () => {
    expect(texts(await node.run('a', "button('again')"))).toEqual(['0']);
    expect(texts(await node.run('a', "button('again')", { again: 4 }))).toEqual(['4']);
  });

  it('never reads what an object inherits', async () => {
    expect(texts(await node.run('a', "button('toString')"))).toEqual(['0']);
  });

  it('gives a drawing as a tensor, and offers samples', async () => {
    const source =
      "const d = drawingPad('d', { size: 8, samples: tf.ones([30, 8, 8, 1]) }); [d.shape.join('x'), d.mean().dataSync()[0]].join(' ')";
    const empty = await node.run('a', source);
    expect(texts(empty)).toEqual(['8x8x1 0']);
    const [control] = outputsOf(empty, 'control');
    expect(control?.control.type === 'pad' && control.control.samples.map(({ values }) => values[0])).toEqual(
      Array(20).fill(255),
    );
    expect(texts(await node.run('a', source, { d: picture }))).toEqual(['8x8x1 1']);
  });

  it('offers samples whose values overshoot as black and white', async () => {
    const source =
      "drawingPad('d', { size: 8, samples: tf.tensor4d([-0.2, 1.2, 0.5, ...Array(61).fill(1)], [1, 8, 8, 1]) })";
    const [control] = outputsOf(await node.run('a', source), 'control');
    const samples = control?.control.type === 'pad' ? control.control.samples : [];
    expect([...(samples[0]?.values.slice(0, 3) ?? [])]).toEqual([0, 255, 128]);
  });

  it('starts a slider inside its range', async () => {
    const source = (value: number): string => `slider('s', { min: 1, max: 4, value: ${value} })`;
    expect(texts(await node.run('a', source(9)))).toEqual(['4']);
    expect(texts(await node.run('a', source(-9)))).toEqual(['1']);
  });

  it('gives no picture before there is one', async () => {
    const source = "const p = imageInput('p', { size: 8, channels: 1 }); p ? p.shape.join() : 'none'";
    expect(texts(await node.run('a', source))).toEqual(['none']);
    expect(texts(await node.run('a', source, { p: picture }))).toEqual(['8,8,1']);
  });

  it('gives files that can be read, and none before there are some', async () => {
    const source =
      "const f = fileInput('f', { accept: '.json' }); `${f.length}: ${f.map(({ name }) => name)} ${await f[0]?.text()}`";
    expect(texts(await node.run('a', source))).toEqual(['0:  undefined']);
    const files = [{ name: 'a.json', bytes: new TextEncoder().encode('[1]') }];
    expect(texts(await node.run('a', source, { f: { files } }))).toEqual(['1: a.json [1]']);
    expect(texts(await node.run('a', source, { f: picture }))).toEqual(['0:  undefined']);
  });

  it.each([
    ["slider('a', { min: 2, max: 1 })", 'min'],
    ["fileInput('a', { accept: 7 as never })", 'text'],
    ['slider(3 as never)', 'name'],
    ["select('a', [])", 'choices'],
    ["select('a', Array.from({ length: 2000 }, (_, at) => 'x' + at))", 'at most 1,000 choices'],
    [
      "for (let i = 0; i < 4; i++) select('a' + i, Array.from({ length: 900 }, (_, at) => 'x' + at))",
      '3,000 choices together',
    ],
    ["select('a', ['x'.repeat(1000)])", 'choices of 100 characters'],
    ["toggle('x'.repeat(201))", 'at most 200 characters, and this one has 201'],
    ["select('a', ['x'], 'y' as never)", 'not one of the choices'],
    ["slider('a'); toggle('a')", 'another control'],
    ["drawingPad('a', { size: 28, samples: tf.ones([1, 8, 8, 1]) })", '28'],
    ["imageInput('a', { channels: 2 as never })", '1 (grey)'],
  ])('refuses %s in words', async (source, part) => {
    const [error] = outputsOf(await node.run('a', source), 'error');
    expect(error?.message).toContain(part);
  });
});
