import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from './node-files';
import { expectSame, normal, sample, on } from './on-both';

beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

const explicit = [
  [0, 0],
  [1, 0],
  [2, 1],
  [0, 0],
] as [[number, number], [number, number], [number, number], [number, number]];

test('convolutions and both gradients are those of the cpu backend', { timeout: 600_000 }, async () => {
  const grid = sample(
    {
      channels: [1, 2, 3, 4, 5, 8, 9, 16, 33],
      out: [1, 2, 7, 8, 11, 16, 31],
      kernel: [
        [1, 1],
        [2, 2],
        [3, 3],
        [3, 2],
        [1, 3],
        [5, 5],
        [7, 7],
        [4, 1],
      ] as [number, number][],
      stride: [
        [1, 1],
        [2, 2],
        [1, 2],
        [3, 3],
        [2, 1],
      ] as [number, number][],
      pad: ['valid', 'same', explicit] as const,
      size: [
        [9, 10],
        [7, 7],
        [12, 13],
        [8, 17],
      ] as [number, number][],
      batch: [1, 2, 3, 7],
    },
    80,
  );
  for (const { channels, out, kernel, stride, pad, size, batch } of grid) {
    const small = size[0] < kernel[0] || size[1] < kernel[1];
    if (small) continue;
    const name = `[${batch},${size},${channels}] ∗ [${kernel},${out}] stride ${stride} ${pad}`;
    await expectSame(name, () => {
      const [x, w] = [normal([batch, ...size, channels], 1), normal([...kernel, channels, out], 2) as tf.Tensor4D];
      const f = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
      const y = f(x, w);
      return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
    });
  }
});

test('3 × 3 convolutions by Winograd and both gradients are those of the cpu backend', async () => {
  const grid = sample(
    {
      channels: [8, 12],
      out: [8, 20],
      height: [4, 5, 11, 16],
      width: [4, 7, 13],
      pad: ['valid', 'same'] as const,
      batch: [1, 3],
    },
    24,
  );
  for (const { channels, out, height, width, pad, batch } of grid) {
    await expectSame(`[${batch},${height + 2},${width + 2},${channels}] ∗ [3,3,${out}] ${pad}`, () => {
      const [x, w] = [normal([batch, height + 2, width + 2, channels], 1), normal([3, 3, channels, out], 2)];
      const f = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, pad);
      const y = f(x, w);
      return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
    });
  }
});

test('depthwise convolutions and both gradients are those of the cpu backend', { timeout: 600_000 }, async () => {
  const grid = sample(
    {
      channels: [1, 3, 4, 8, 16, 18, 67],
      multiplier: [1, 2, 3],
      kernel: [
        [1, 1],
        [2, 2],
        [3, 3],
        [3, 2],
        [5, 5],
      ] as [number, number][],
      stride: [1, 2, 3],
      pad: ['valid', 'same', explicit] as const,
      size: [
        [9, 10],
        [7, 7],
        [12, 13],
      ] as [number, number][],
      batch: [1, 3],
    },
    80,
  );
  for (const { channels, multiplier, kernel, stride, pad, size, batch } of grid) {
    await expectSame(
      `depthwise [${batch},${size},${channels}] ∗ [${kernel},${multiplier}] stride ${stride} ${pad}`,
      () => {
        const [x, w] = [
          normal([batch, ...size, channels], 1),
          normal([...kernel, channels, multiplier], 2) as tf.Tensor4D,
        ];
        const f = (a: tf.Tensor, b: tf.Tensor) => tf.depthwiseConv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
        const y = f(x, w);
        return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
      },
    );
  }
});

test('convolutions of many channels, of large batches and by large filters are those of the cpu backend', async () => {
  const filters = [
    { channels: 67, out: 9, kernel: [3, 3], batch: 2 },
    { channels: 5, out: 67, kernel: [1, 2], batch: 1 },
    { channels: 67, out: 67, kernel: [1, 1], batch: 3 },
    { channels: 3, out: 5, kernel: [3, 3], batch: 65 },
    { channels: 2, out: 3, kernel: [6, 4], batch: 17 },
    { channels: 1, out: 8, kernel: [7, 7], batch: 33 },
  ] as const;
  const depthwise = [
    { channels: 67, out: 3, kernel: [2, 3], batch: 2 },
    { channels: 6, out: 2, kernel: [7, 7], batch: 65 },
    { channels: 12, out: 1, kernel: [4, 1], batch: 17 },
  ] as const;
  const grid = [
    ...filters.map((one) => ({ ...one, f: tf.conv2d, kind: 'full' })),
    ...depthwise.map((one) => ({ ...one, f: tf.depthwiseConv2d, kind: 'depthwise' })),
  ];
  for (const { channels, out, kernel, batch, f, kind } of grid)
    for (const [stride, pad] of [
      [1, 'same'],
      [2, explicit],
      [3, 'valid'],
    ] as const)
      await expectSame(`${kind} [${batch},11,9,${channels}] ∗ [${kernel},${out}] stride ${stride} ${pad}`, () => {
        const [x, w] = [normal([batch, 11, 9, channels], 1), normal([...kernel, channels, out], 2)];
        const convolve = (a: tf.Tensor, b: tf.Tensor) => f(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
        const y = convolve(x, w);
        return [y, ...tf.grads(convolve)([x, w], normal(y.shape, 3))];
      });
});

test('convolutions in three dimensions and both gradients are those of the cpu backend', async () => {
  const grid = sample(
    {
      channels: [1, 2, 5],
      out: [1, 3, 8],
      kernel: [1, 2, 3],
      stride: [1, 2, 3],
      pad: ['valid', 'same'] as const,
      batch: [1, 2],
    },
    40,
  );
  for (const { channels, out, kernel, stride, pad, batch } of grid)
    await expectSame(`[${batch},5,6,7,${channels}] ∗ [${kernel},${out}] stride ${stride} ${pad}`, () => {
      const [x, w] = [normal([batch, 5, 6, 7, channels], 1), normal([kernel, kernel, kernel, channels, out], 2)];
      const f = (a: tf.Tensor, b: tf.Tensor) => tf.conv3d(a as tf.Tensor5D, b as tf.Tensor5D, stride, pad);
      const y = f(x, w);
      return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
    });
});

test('pooling and its gradients are those of the cpu backend, with ties and with maxima of 0 and less', async () => {
  const grid = sample(
    {
      type: ['max', 'avg'] as const,
      channels: [1, 3, 4, 16, 18, 67],
      kernel: [
        [1, 1],
        [2, 2],
        [3, 3],
        [2, 3],
        [4, 1],
        [7, 5],
      ] as [number, number][],
      stride: [1, 2, 3],
      pad: ['valid', 'same', 1] as const,
      size: [
        [8, 9],
        [9, 9],
        [4, 4],
      ] as [number, number][],
      values: ['any', 'ties', 'negative'] as const,
      batch: [1, 3, 65],
    },
    200,
  );
  for (const { type, channels, kernel, stride, pad, size, values, batch } of grid) {
    // tfjs reckons a number's padding with the kernel's height alone, and refuses one larger than half of the kernel.
    if (pad === 1 && (kernel[0] !== kernel[1] || kernel[0] < 2)) continue;
    if (pad === 'valid' && (kernel[0] > size[0] || kernel[1] > size[1])) continue;
    await expectSame(
      `${type} pool ${kernel} of [${batch},${size},${channels}] stride ${stride} ${pad} ${values}`,
      () => {
        const raw = normal([batch, ...size, channels], 1);
        const x = values === 'any' ? raw : values === 'ties' ? raw.relu().round() : raw.abs().neg();
        const f = (a: tf.Tensor) =>
          type === 'max'
            ? tf.maxPool(a as tf.Tensor4D, kernel, stride, pad)
            : tf.avgPool(a as tf.Tensor4D, kernel, stride, pad);
        const y = f(x);
        return [y, tf.grad(f)(x, normal(y.shape, 3))];
      },
    );
  }
});

test('matrix products and their gradients are those of the cpu backend for any transposition', async () => {
  const grid = sample(
    {
      size: [
        [1, 1, 1],
        [5, 7, 3],
        [32, 64, 1600],
        [32, 10, 64],
        [33, 65, 300],
        [300, 20, 513],
        [7, 9, 1],
        [1, 200, 31],
      ] as [number, number, number][],
      transposeA: [false, true],
      transposeB: [false, true],
      batch: [[], [3], [2, 2]] as number[][],
    },
    60,
  );
  for (const { size, transposeA, transposeB, batch } of grid) {
    const [rows, columns, depth] = size;
    await expectSame(`${size} ${transposeA} ${transposeB} batch ${batch}`, () => {
      const a = normal([...batch, ...(transposeA ? [depth, rows] : [rows, depth])], 1);
      const b = normal([...batch, ...(transposeB ? [columns, depth] : [depth, columns])], 2);
      const f = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, transposeA, transposeB);
      const y = f(a, b);
      return [y, ...tf.grads(f)([a, b], normal(y.shape, 3))];
    });
  }
});

test('a sum over no elements is 0', async () => {
  // Something for the heap to remember.
  await on('wasm', () => [tf.fill([1000], 7).mul(3)]);
  for (const [shape, axes] of [
    [[0, 5], [0]],
    [[4, 0], [1]],
    [
      [2, 0, 3],
      [0, 1],
    ],
    [[0], [0]],
  ] as const)
    for (const dtype of ['float32', 'int32'] as const)
      await expectSame(`sum of ${dtype} [${shape}] over ${axes}`, () => {
        const x = tf.zeros([...shape], dtype);
        return [x.sum([...axes]), x.sum([...axes], true)];
      });
});

test('sums, biases, ReLU, gathering and segments are those of the cpu backend', async () => {
  for (const shape of [
    [5, 7],
    [32, 9, 8, 17],
    [1000, 33],
    [4, 3, 2],
    [3, 1],
  ]) {
    for (const axes of [[0], [0, 1], [0, 1, 2], [1], [-1]]) {
      if (Math.max(...axes) >= shape.length || axes.length >= shape.length) continue;
      await expectSame(`sum of [${shape}] over ${axes}`, () => {
        const x = normal(shape, 1);
        return [x.sum(axes), x.sum(axes, true)];
      });
    }
  }
  for (const channels of [1, 3, 4, 6, 64])
    await expectSame(`${channels} channels`, () => {
      const x = normal([5, 7, 9, channels], 1);
      const relu = tf.grad((a: tf.Tensor) => a.relu())(x, normal(x.shape, 2));
      return [relu, x.add(normal([channels], 4)), x.add(normal(x.shape, 5)), tf.relu(x), x.clone()];
    });
  await expectSame('gather', () => {
    const [table, rows] = [normal([9, 4, 40], 3), tf.tensor1d([3, 3, 8, 0], 'int32')];
    const f = (x: tf.Tensor) => x.gather(rows);
    return [f(table), tf.grad(f)(table, normal([4, 4, 40], 5))];
  });
  await expectSame('segments', () => [
    tf.unsortedSegmentSum(normal([5, 3], 1), tf.tensor1d([0, 2, 2, -1, 7], 'int32'), 4),
  ]);
});

test('a transposed convolution into a smaller image is a piece of the whole', async () => {
  await tf.setBackend('wasm');
  const [dy, filter] = [normal([2, 4, 5, 3], 1) as tf.Tensor4D, normal([3, 3, 2, 3], 2) as tf.Tensor4D];
  const into = (height: number, width: number) => tf.conv2dTranspose(dy, filter, [2, height, width, 2], 2, 'valid');
  expect(into(7, 8).dataSync()).toEqual(into(9, 11).slice([0, 0, 0, 0], [2, 7, 8, 2]).dataSync());
});

test('a tensor of the wrong shape is an error and no memory fault', async () => {
  await tf.setBackend('wasm');
  const run = (name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap) => () =>
    tf.engine().runKernel(name, inputs, attrs);
  const zeros = (...shape: number[]) => tf.zeros(shape);
  const [x, dy] = [zeros(2, 8, 8, 3), zeros(2, 7, 7, 4)];
  const sliding = { strides: [1, 1], pad: 'valid', dilations: [1, 1] };
  const pooling = { filterSize: [2, 2], strides: [1, 1], pad: 'valid' };
  const solid = { strides: [1, 1, 1], pad: 'valid' };
  const wrong: [string, Record<string, tf.Tensor>, tf.NamedAttrMap][] = [
    ['Conv2D', { x, filter: zeros(3, 3, 4, 4) }, sliding],
    ['Conv2D', { x, filter: zeros(9, 9, 3, 4) }, sliding],
    ['Conv2DBackpropFilter', { x, dy }, { ...sliding, filterShape: [3, 3, 3, 4] }],
    ['Conv2DBackpropFilter', { x, dy }, { ...sliding, filterShape: [2, 2, 5, 4] }],
    ['Conv2DBackpropInput', { dy, filter: zeros(2, 2, 3, 5) }, { ...sliding, inputShape: [2, 8, 8, 3] }],
    ['DepthwiseConv2dNative', { x, filter: zeros(2, 2, 4, 1) }, sliding],
    ['DepthwiseConv2dNativeBackpropInput', { dy, filter: zeros(2, 2, 3, 1) }, { ...sliding, inputShape: [2, 8, 8, 3] }],
    ['DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...sliding, filterShape: [2, 2, 3, 1] }],
    [
      'Conv3DBackpropInputV2',
      { dy: zeros(1, 2, 2, 2, 3), filter: zeros(2, 2, 2, 1, 4) },
      { ...solid, inputShape: [1, 3, 3, 3, 1] },
    ],
    [
      'Conv3DBackpropFilterV2',
      { x: zeros(1, 3, 3, 3, 2), dy: zeros(1, 3, 3, 3, 3) },
      { ...solid, filterShape: [2, 2, 2, 2, 3] },
    ],
    ['MaxPool', { x: zeros(8, 8, 3) }, pooling],
    ['MaxPoolGrad', { dy, input: x }, pooling],
    ['AvgPoolGrad', { dy, input: x }, pooling],
    ['BatchMatMul', { a: zeros(3, 4), b: zeros(5, 6) }, { transposeA: false, transposeB: false }],
    ['UnsortedSegmentSum', { x, segmentIds: tf.zeros([3], 'int32') }, { numSegments: 2 }],
    ['ReluGrad', { dy, y: x }, {}],
    ['BatchNormTraining', { x, gamma: zeros(4), beta: zeros(3) }, { epsilon: 1e-3 }],
    ['BatchNormTrainingGrad', { dy, x, gamma: zeros(3), mean: zeros(3), variance: zeros(3) }, { epsilon: 1e-3 }],
    ['MovingAverage', { average: zeros(3), value: zeros(4) }, { momentum: 0.9 }],
    ['GatherV2', { x: zeros(3, 20), indices: tf.tensor1d([4], 'int32') }, { axis: 0 }],
    ['GatherV2', { x: zeros(3, 20), indices: tf.tensor1d([-1], 'int32') }, { axis: 0 }],
  ];
  for (const [name, inputs, attrs] of wrong) expect(run(name, inputs, attrs), name).toThrow(RangeError);
  const w = tf.variable(zeros(3));
  expect(() => tf.train.adam(0.1).applyGradients([{ name: w.name, tensor: zeros(4) }])).toThrow(/gradient of/);
  // Nothing was written where it should not be.
  expect(
    tf.conv2d(tf.ones<tf.Rank.R4>([1, 3, 3, 1]), tf.ones<tf.Rank.R4>([3, 3, 1, 1]), 1, 'valid').dataSync(),
  ).toEqual(new Float32Array([9]));
});

test('matrices are repeated on both sides, and the gradient is that of what was repeated', async () => {
  const [a, b] = [normal([2, 1, 3, 4], 1), normal([1, 3, 4, 5], 2)];
  const one = (n: number, m: number): tf.Tensor =>
    tf.matMul(a.slice([n, 0, 0, 0], [1, 1, 3, 4]).reshape([3, 4]), b.slice([0, m, 0, 0], [1, 1, 4, 5]).reshape([4, 5]));
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const y = tf.matMul(a, b);
    expect(y.shape).toEqual([2, 3, 3, 5]);
    const wanted = tf.stack([0, 1].map((n) => tf.stack([0, 1, 2].map((m) => one(n, m)))));
    expect(y.sub(wanted).abs().max().dataSync()[0]).toBeLessThan(1e-5);
    const [da, db] = tf.grads((p: tf.Tensor, q: tf.Tensor) => tf.matMul(p, q).sum())([a, b]);
    expect([da!.shape, db!.shape]).toEqual([a.shape, b.shape]);
    const [repeated] = tf.grads((p: tf.Tensor, q: tf.Tensor) =>
      tf.matMul(p.tile([1, 3, 1, 1]), q.tile([2, 1, 1, 1])).sum(),
    )([a, b]);
    expect(da!.sub(repeated!).abs().max().dataSync()[0]).toBeLessThan(1e-5);
  }
});

test('products of integers are exact', async () => {
  await tf.setBackend('wasm');
  const [a, b] = [
    tf.tensor2d(
      [
        [30_001, 2],
        [-3, 40_001],
      ],
      undefined,
      'int32',
    ),
    tf.tensor2d(
      [
        [20_001, 5],
        [6, -70_001],
      ],
      undefined,
      'int32',
    ),
  ];
  expect(tf.matMul(a, b).dtype).toBe('int32');
  expect(await tf.matMul(a, b).array()).toEqual([
    [30_001 * 20_001 + 12, 150_005 - 140_002],
    [-60_003 + 240_006, -15 - 40_001 * 70_001 + 2 ** 32].map((value) => value | 0),
  ]);
  expect(await tf.matMul(a, b, true, true).array()).toEqual(await tf.matMul(a.transpose(), b.transpose()).array());
  const confusion = tf.math.confusionMatrix(tf.tensor1d([0, 1, 1, 2], 'int32'), tf.tensor1d([0, 2, 1, 2], 'int32'), 3);
  expect(await confusion.array()).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]);
});

test('a fused product has its bias under every activation, however its matrices lie', async () => {
  const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const;
  for (const [transposeA, transposeB] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const)
    for (const depth of [0, 4])
      for (const activation of activations)
        await expectSame(`${activation} ${transposeA} ${transposeB} ${depth}`, () => [
          tf.fused.matMul({
            a: normal(transposeA ? [depth, 3] : [3, depth], 1),
            b: normal(transposeB ? [5, depth] : [depth, 5], 2),
            ...{ transposeA, transposeB, activation },
            bias: normal([5], 3),
            ...(activation === 'prelu' && { preluActivationWeights: normal([5], 4) }),
            ...(activation === 'leakyrelu' && { leakyreluAlpha: 0.3 }),
          }),
        ]);
});

test('normalization by the batch has the right variance, also where one row is far from all others', async () => {
  const rows = 20_000;
  const x = tf.tidy(() =>
    tf.concat([
      tf.zeros([1, 3]),
      normal([rows - 1, 3], 1)
        .mul(3)
        .add(1_000),
    ]),
  );
  const { variance } = tf.moments(x, 0);
  await tf.setBackend('wasm');
  const [, , found] = tf
    .engine()
    .runKernel(
      'BatchNormTraining',
      { x, gamma: tf.ones([3]), beta: tf.zeros([3]) },
      { epsilon: 1e-3 },
    ) as unknown as tf.Tensor[];
  const [wanted, got] = [variance.dataSync(), found!.dataSync()];
  got.forEach((value, at) => expect(value / wanted[at]!).toBeCloseTo(1, 3));
});

test('normalization by the batch has a gradient of its gradient', async () => {
  await expectSame(
    'second order',
    () => {
      const layer = tf.layers.batchNormalization();
      layer.build([null, 3]);
      const f = (x: tf.Tensor) =>
        (layer.apply(x, { training: true }) as tf.Tensor)
          .square()
          .mul(normal([6, 3], 5))
          .sum();
      const slope = (x: tf.Tensor) => tf.grad(f)(x).square().sum();
      return [tf.grad(slope)(normal([6, 3], 1))];
    },
    1e-4,
  );
});
