import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WindowStep } from '../../../src/protocol';
import { asKind, cpu, leftBy, onStage, type Recorder } from '../on-stage';

beforeAll(cpu);

function steps({ only }: Recorder): WindowStep[] {
  return only('window').steps;
}

/** The step's output is the tensor [1, h, w, c] within rounding. */
function expectOutput(step: WindowStep | undefined, wanted: tf.Tensor): void {
  const [, height, width, count] = wanted.shape;
  expect(step?.output).toMatchObject({ height, width, count });
  const values = wanted.transpose([0, 3, 1, 2]).dataSync();
  step?.output.values.forEach((value, at) => expect(value).toBeCloseTo(values[at] ?? NaN, 4));
}

describe('explainConv', () => {
  it('shows lists of numbers with every number of the sum', () => {
    const recorder = onStage();
    recorder.verbs.explainConv([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[1, 0], [0, -1]]); // prettier-ignore
    const [step] = steps(recorder);
    expect(step).toMatchObject({ mode: 'convolution', rows: { size: 2, stride: 1, dilation: 1, before: 0, after: 0 } });
    expect([...(step?.output.values ?? [])]).toEqual([0, -1, -1, 0]);
    expect([...(step?.weights ?? [])]).toEqual([1, 0, 0, -1]);
    expect(step?.output).toMatchObject({ scale: 'diverging', range: [-1, 1] });
    expect(step?.input).toMatchObject({ scale: 'grey' });
  });

  it('computes strides, padding, bias and activation as TensorFlow does', () => {
    const recorder = onStage();
    const image = tf.randomNormal<tf.Rank.R3>([7, 6, 3]);
    const kernel = tf.randomNormal<tf.Rank.R4>([3, 2, 3, 4]);
    const bias = tf.tensor1d([1, -1, 0.5, 0]);
    const options = { strides: [2, 1], padding: 'same', bias, activation: 'relu', title: 'mine' } as const;
    recorder.verbs.explainConv(image, kernel, options);
    const [step] = steps(recorder);
    expectOutput(step, tf.relu(tf.conv2d(image.expandDims<tf.Tensor4D>(0), kernel, [2, 1], 'same').add(bias)));
    expect(step).toMatchObject({ activation: 'relu', rows: { stride: 2, before: 1, after: 1 }, columns: { stride: 1, before: 0, after: 1 } }); // prettier-ignore
    expect(recorder.only('window').title).toBe('mine');
    // Planes are channel by channel.
    expect(step?.input.values[42 + 7]).toBe(image.dataSync()[7 * 3 + 1]);
  });

  it('takes all of it from a layer', () => {
    const recorder = onStage();
    const layer = tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, activation: 'elu', biasInitializer: 'ones' }); // prettier-ignore
    const image = tf.randomNormal([1, 8, 8, 2]);
    const wanted = layer.apply(image) as tf.Tensor;
    recorder.verbs.explainConv(image, layer);
    expectOutput(steps(recorder)[0], wanted);
  });

  it('calls a kernel of one number pointwise', () => {
    const recorder = onStage();
    recorder.verbs.explainConv(tf.ones([2, 2, 3]), tf.ones([1, 1, 3, 2]));
    expect(steps(recorder)[0]?.mode).toBe('pointwise');
  });

  it('leaves nothing in memory', async () => {
    const { verbs } = onStage();
    const [image, kernel] = [tf.ones([9, 9, 2]), tf.ones([3, 3, 2, 2])];
    expect(await leftBy(() => verbs.explainConv(image, kernel, { bias: [1, 2] }))).toBe(0);
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const conv =
      (...values: unknown[]): (() => void) =>
      () =>
        verbs.explainConv(...(values as [tf.Tensor, tf.Tensor]));
    const image = tf.ones([5, 5, 3]);
    expect(conv(image, [[1]])).toThrow(/kernel of shape \[1, 1\] reads 1 channel, but the input has 3/);
    expect(conv(image, tf.ones([6, 6, 3, 1]))).toThrow(/reaches over 6 × 6 does not fit into an input of 5 × 5/);
    expect(conv(image, tf.ones([2, 2, 3, 1]), { strides: 2, dilation: 2 })).toThrow(/TensorFlow refuses that too/);
    expect(conv(image, tf.ones([2, 2, 3, 2]), { bias: [1] })).toThrow(/`bias` has 1 number, but there are 2 outputs/);
    expect(conv(tf.ones([2, 5, 5, 3]), tf.ones([1, 1, 3, 1]))).toThrow(/takes one image/);
    expect(conv('x', [[1]])).toThrow(/`input` must be a tensor or lists of numbers .* not 'x'/);
    expect(conv(image, tf.ones([3]))).toThrow(/`kernel` has shape \[3\]/);
    expect(conv(tf.zeros([2000, 2000]), [[1]])).toThrow(/too many numbers/);
    expect(conv(tf.zeros([300, 300, 20]), tf.zeros([9, 9, 20, 9]))).toThrow(/too many multiplications/);
    expect(conv(image, tf.layers.dense({ units: 1, name: 'd' }))).toThrow(
      /explains these layers: Conv2D. d is a Dense layer/,
    );
    expect(conv(image, tf.layers.conv2d({ filters: 1, kernelSize: 1 }))).toThrow(/has no weights/);
    expect(conv(image, tf.ones([1, 1, 3, 1]), { padding: 'full' })).toThrow(/'valid', 'same'/);
    const softmax = tf.layers.conv2d({ filters: 1, kernelSize: 1, activation: 'softmax', inputShape: [5, 5, 3] });
    tf.sequential({ layers: [softmax] });
    expect(conv(image, softmax)).toThrow(/ends with softmax/);
    expect(conv(image, softmax, { strides: 2 })).toThrow(/no option `strides`/);
  });
});

describe('explainPool', () => {
  it.each(['max', 'average'] as const)('computes %s pooling', (type) => {
    const recorder = onStage();
    const image = tf.randomNormal<tf.Rank.R4>([1, 7, 6, 2]);
    recorder.verbs.explainPool(image, { type, size: [3, 2], strides: 2, padding: 'same' });
    const wanted = type === 'max' ? tf.maxPool(image, [3, 2], 2, 'same') : tf.avgPool(image, [3, 2], 2, 'same');
    expectOutput(steps(recorder)[0], wanted);
    expect(steps(recorder)[0]).toMatchObject({ mode: type });
    expect(steps(recorder)[0]?.weights).toBeUndefined();
  });

  it('moves by its own size by default, and takes layers', () => {
    const recorder = onStage();
    const image = tf.randomNormal<tf.Rank.R4>([1, 5, 5, 1]);
    recorder.verbs.explainPool(image);
    recorder.verbs.explainPool(image, tf.layers.averagePooling2d({ poolSize: 3, strides: 1, padding: 'same' }));
    const [max, average] = recorder.shown().map((output) => asKind(output, 'window').steps[0]);
    expectOutput(max, tf.maxPool(image, 2, 2, 'valid'));
    expectOutput(average, tf.avgPool(image, 3, 1, 'same'));
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    expect(() => verbs.explainPool([[1]], { size: 2 })).toThrow(/does not fit/);
    expect(() => verbs.explainPool([[1]], { size: 0 })).toThrow(/1 or more, or two of them/);
    expect(() => verbs.explainPool([[1]], tf.layers.flatten())).toThrow(
      /explains these layers: MaxPooling2D, AveragePooling2D/,
    );
  });
});

describe('explainSeparable', () => {
  const image = (): tf.Tensor4D => tf.randomNormal([1, 8, 7, 3]);

  it('shows the depthwise and the pointwise step of a layer', () => {
    const recorder = onStage();
    const layer = tf.layers.separableConv2d({ filters: 4, kernelSize: 3, depthMultiplier: 2, strides: 2, padding: 'same', activation: 'relu', biasInitializer: 'ones' }); // prettier-ignore
    const input = image();
    const wanted = layer.apply(input) as tf.Tensor;
    recorder.verbs.explainSeparable(input, layer);
    const [first, second, ...rest] = steps(recorder);
    expect([first?.mode, second?.mode, rest.length]).toEqual(['depthwise', 'pointwise', 0]);
    expect(first?.output.count).toBe(6);
    expect(second?.input.values).toEqual(first?.output.values);
    expect([first?.activation, second?.activation]).toEqual([undefined, 'relu']);
    expectOutput(second, wanted);
  });

  it('agrees with tf.separableConv2d for kernels given one by one', () => {
    const recorder = onStage();
    const input = image();
    const depthwise = tf.randomNormal<tf.Rank.R4>([2, 2, 3, 1]);
    const pointwise = tf.randomNormal<tf.Rank.R4>([1, 1, 3, 5]);
    recorder.verbs.explainSeparable(input, { depthwise, pointwise }, { dilation: 2 });
    expectOutput(steps(recorder)[1], tf.separableConv2d(input, depthwise, pointwise, 1, 'valid', 2));
  });

  it('shows a depthwise convolution alone, as the layer computes it', () => {
    const recorder = onStage();
    // tfjs's layer ignores its dilation rate; the explanation must agree with what the reader's model does.
    const layer = tf.layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2, dilationRate: 2 });
    const input = image();
    const wanted = layer.apply(input) as tf.Tensor;
    recorder.verbs.explainSeparable(input, layer);
    expect(steps(recorder)).toHaveLength(1);
    expectOutput(steps(recorder)[0], wanted);
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const separable =
      (kernels: object): (() => void) =>
      () =>
        verbs.explainSeparable(image(), kernels as never);
    expect(separable(tf.ones([2, 2, 3, 1]))).toThrow(/object, \{ depthwise, pointwise \}, or a layer, not Tensor/);
    expect(separable({ depthwise: tf.ones([2, 2, 3]) })).toThrow(/`depthwise` has shape/);
    const depthwise = tf.ones([2, 2, 3, 1]);
    expect(separable({ depthwise, pointwise: tf.ones([2, 1, 3, 1]) })).toThrow(/must be \[1, 1, channels, filters\]/);
    expect(separable({ depthwise, pointwise: tf.ones([1, 1, 4, 1]) })).toThrow(/reads 4 channels, but the input has 3/);
  });
});
