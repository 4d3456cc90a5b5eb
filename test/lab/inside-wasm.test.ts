import { beforeAll, describe, expect, it } from 'vitest';
import { startNodeKernel, type NodeKernel } from '../kernel/node-kernel';

/** The real kernel on WebAssembly, whose gradients and fused layers are partly our own. */
let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await startNodeKernel();
  const made = await kernel.run(
    'net',
    `seed(1)
     const relu = { kernelSize: 3, padding: 'same', activation: 'relu' }
     const input = tf.input({ shape: [12, 12, 3] })
     const start = tf.layers.conv2d({ filters: 4, ...relu }).apply(input)
     const branch = tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' }).apply(start)
     const normed = tf.layers.batchNormalization({ name: 'norm' }).apply(branch)
     const sum = tf.layers.add().apply([start, normed])
     const active = tf.layers.leakyReLU({ name: 'leaky' }).apply(sum)
     const pooled = tf.layers.maxPooling2d({ poolSize: 2 }).apply(active)
     const dropped = tf.layers.dropout({ rate: 0.5 }).apply(pooled)
     const last = tf.layers.separableConv2d({ filters: 5, ...relu, name: 'last' }).apply(dropped)
     const gap = tf.layers.globalAveragePooling2d({}).apply(tf.layers.averagePooling2d({ poolSize: 2 }).apply(last))
     const net = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 3, activation: 'softmax' }).apply(gap) })
     const pictures = tf.randomUniform([20, 12, 12, 3])
     const picture = pictures.slice([0], [1])
     const classes = tf.randomUniform([20], 0, 3, 'int32')`,
  );
  expect(made.outcome).toBe('done');
});

const cells: [verb: string, kind: string, code: string][] = [
  ['gradCam', 'overlay', 'gradCam(net, picture)'],
  ['gradCam of an early layer', 'overlay', "gradCam(net, picture, { layer: 1, method: 'hiResCam', class: 2 })"],
  ['saliency', 'overlay', 'saliency(net, picture, { copies: 4 })'],
  ['occlusion', 'overlay', 'await occlusion(net, picture)'],
  ['receptiveField', 'overlay', "receptiveField(net, 'last', [2, 3, 1], { images: pictures })"],
  ['receptiveField of all', 'table', 'receptiveField(net)'],
  ['maximize', 'frames', "await maximize(net, 'last', 2, { steps: 6 })"],
  ['maximize everywhere', 'frames', "await maximize(net, 'leaky', 2, { steps: 6, places: 'all' })"],
  ['confusionMatrix', 'confusion', 'await confusionMatrix(net, pictures, classes)'],
  ['evaluate', 'table', 'await evaluate(net, pictures, classes)'],
  ['mistakes', 'guesses', 'await mistakes(net, pictures, classes)'],
  ['predict', 'guesses', 'predict(net, picture)'],
  ['batchNormView', 'batch-norm', 'batchNormView(net, pictures)'],
  ['activationView', 'activation', "activationView(net, pictures, 'leaky')"],
];

describe('on the kernel with WebAssembly', () => {
  it.each(cells)('%s works and leaves nothing behind', async (_, kind, code) => {
    const first = await kernel.run('look', code);
    expect(first.outputs.map((output) => (output.kind === 'error' ? output.message : output.kind))).toEqual([kind]);
    expect(first.outcome).toBe('done');
    const second = await kernel.run('look', code);
    expect(second.tensors).toBe(first.tensors);
    const numbers = JSON.stringify(second.outputs, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value)); // prettier-ignore
    expect(numbers).not.toMatch(/NaN|null,null/);
  });
});
