import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellNames, openSite, runCell, touchScreen, typeInto, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
let cell = '';
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/images/', touchScreen);
  cell = (await cellNames(reader.page))[0] ?? '';
});
afterAll(() => site.close());

/** Runs a program in a cell; its state, and the texts of its outputs of one kind. */
async function run(source: string, kind: string): Promise<{ state: string; texts: string[] }> {
  const { page } = reader;
  await typeInto(page, cell, source);
  const state = await runCell(page, cell);
  return { state, texts: await page.locator(outputAt(cell, kind)).allInnerTexts() };
}

const data = `const xs = tf.linspace(0, 1, 8).reshape([8, 1]);
const ys = xs.mul(2);`;
const net = `const line = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
line.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });`;

describe('a program that is pasted from a page works in a cell as it does there', () => {
  it('one that begins with run(), whose training nobody awaits', async () => {
    const { state, texts } = await run(
      `import * as tf from '@tensorflow/tfjs';
async function run() {
  ${net}
  ${data}
  await line.fit(xs, ys, { epochs: 3, callbacks: { onEpochEnd: (epoch, logs) => console.log(epoch, logs) } });
  (line.predict(tf.tensor2d([5], [1, 1])) as tf.Tensor).print();
  console.log('end');
}
run();`,
      'log',
    );
    expect(state).toBe('done');
    expect(texts.join('\n')).toMatch(
      /^0\s+\{ loss: [\d.]+ \}\s+1\s.*\s2\s+\{ loss: [\d.]+ \}\s+Tensor\s+\[\[[-\d.]+\],\]\s+end$/s,
    );
  });

  it('one that prints a tensor', async () => {
    const { state, texts } = await run('tf.tensor2d([[1, 2], [3, 4]]).print();\ntf.print(tf.scalar(7));', 'log');
    expect([state, ...texts]).toEqual(['done', 'Tensor\n    [[1, 2],\n     [3, 4]]\nTensor\n    7']);
  });

  it('one that prints the summary of its model', async () => {
    const { state, texts } = await run(`${net}\nline.summary();`, 'summary');
    expect(state).toBe('done');
    expect(texts[0]).toMatch(/\[null, 1\]/);
  });

  it('one that prints tables and groups', async () => {
    const { page } = reader;
    const { state, texts } = await run(
      `console.table([{ layer: 'conv', weights: 80 }, { layer: 'dense', weights: 10 }]);
console.groupCollapsed('details');
console.log('inside', tf.linspace(0, 1, 30).dataSync());
console.groupEnd();
console.log('outside');`,
      'table',
    );
    expect(state).toBe('done');
    expect(texts[0]).toMatch(/\(index\)\s+layer\s+weights\s+0\s+conv\s+80\s+1\s+dense\s+10/);
    const log = page.locator(outputAt(cell, 'log'));
    expect((await log.innerText()).trim()).toMatch(/^details\s+outside$/);
    await log.getByText('details').click();
    const value = log.getByText('Float32Array(30) [0, 0.03448, 0.06897');
    await value.click();
    expect(await log.innerText()).toContain('10.03448276');
  });

  it('one whose training nobody awaits, and its error', async () => {
    const good = await run(
      `${net}\n${data}\nline.fit(xs.mul(1), ys, { epochs: 2 }).then((history) => console.log(history.epoch));`,
      'log',
    );
    expect(good).toEqual({ state: 'done', texts: ['[0, 1]'] });
    const bad = await run(`${net}\nline.fit(tf.ones([8, 3]), tf.ones([8, 1]), { epochs: 2 });`, 'error');
    expect(bad.state).toBe('failed');
    expect(bad.texts[0]).toContain('line 3');
    const hidden = await run(
      `async function go() { await tf.nextFrame(); throw new Error('unheard'); }\n[1].forEach(() => go());\nawait tf.nextFrame(); await tf.nextFrame();`,
      'error',
    );
    expect(hidden.state).toBe('failed');
    expect(hidden.texts[0]).toContain('unheard');
  });

  it('and the history of a training has its name', async () => {
    const { texts } = await run(`${net}\n${data}\nawait line.fit(xs, ys)`, 'tree');
    expect(texts[0]).toMatch(/^\S*\s*History/);
    expect(reader.complaints).toEqual([]);
  });
});
