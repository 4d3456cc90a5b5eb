import * as tf from '@tensorflow/tfjs';

/** What we read of a layer of tfjs-layers 4.22.0: protected fields, which a test holds to this shape. */
interface Weight {
  read(): tf.Tensor;
  write(value: tf.Tensor): void;
}
interface Activation {
  getClassName(): string;
  apply(x: tf.Tensor): tf.Tensor;
}
interface Sliding {
  bias?: Weight | null;
  strides: [number, number];
  padding: 'valid' | 'same' | 'causal';
  dataFormat: 'channelsFirst' | 'channelsLast';
  dilationRate: number | [number, number];
  activation: Activation;
}
interface Convolution extends Sliding {
  kernel: Weight;
}
interface Separable extends Sliding {
  depthwiseKernel: Weight;
  pointwiseKernel: Weight;
}
interface Dense {
  kernel: Weight;
  bias?: Weight | null;
  activation?: Activation | null;
}
interface Resizing {
  height: number;
  width: number;
  computeOutputShape(shape: (number | null)[]): (number | null)[];
}
interface BatchNormalization {
  axis: number;
  gamma?: Weight;
  beta?: Weight;
  movingMean: Weight;
  movingVariance: Weight;
  momentum: number;
  epsilon: number;
}

type Inputs = tf.Tensor | tf.Tensor[];
type Call<Fields> = (this: Fields, inputs: Inputs, options: Record<string, unknown>) => Inputs;

/**
 * Puts our own calls into layers of tfjs: fused ones for the wasm backend, and repairs for all. A repaired layer computes what tfjs
 * documents; where we have nothing to add, tfjs's own call runs.
 */
export function installLayerCalls(): void {
  replaceCall<Convolution>('Conv2D', convolution);
  replaceCall<Separable>('SeparableConv2D', separableConvolution);
  replaceCall<Dense>('Dense', dense);
  replaceCall<BatchNormalization>('BatchNormalization', batchNormalization);
  repairResizing();
}

function replaceCall<Fields>(className: string, make: (theirs: Call<Fields>) => Call<Fields>): void {
  const prototype = layerClass(className).prototype as { call: Call<Fields> };
  prototype.call = make(prototype.call);
}

function layerClass(className: string): { prototype: object } {
  const [layer] = tf.serialization.SerializationMap.getMap().classNameMap[className] ?? [];
  if (!layer) throw new Error(`tfjs has no layer ${className}`);
  return layer;
}

/** tfjs hands a layer a list of one tensor, which this layer alone does not unwrap, and it forgets the batch in its output's shape. */
function repairResizing(): void {
  replaceCall<object>(
    'Resizing',
    (theirs) =>
      function (inputs, options) {
        return theirs.call(this, one(inputs), options);
      },
  );
  const prototype = layerClass('Resizing').prototype as unknown as Resizing;
  const theirs = prototype.computeOutputShape;
  prototype.computeOutputShape = function (shape) {
    return shape.length === 4 ? [shape[0]!, this.height, this.width, shape[3]!] : theirs.call(this, shape);
  };
}

function one(inputs: Inputs): tf.Tensor {
  const [only] = Array.isArray(inputs) ? inputs : [inputs];
  if (!only) throw new TypeError('a layer was called without a tensor');
  return only;
}

/** The activations that our kernels apply themselves. */
function fusedName(activation: Activation | null | undefined): 'linear' | 'relu' | undefined {
  const name = activation?.getClassName() ?? 'linear';
  return name === 'linear' || name === 'relu' ? name : undefined;
}

/** Whether our kernels, or our dilated gradients, take the layer's call: pictures of floats, channels last. */
function usable({ dataFormat, padding }: Sliding, x: tf.Tensor): boolean {
  return x.rank === 4 && x.dtype === 'float32' && dataFormat === 'channelsLast' && padding !== 'causal';
}

/** Convolution, bias and activation as one kernel of wasm. */
function fusedConvolution(
  x: tf.Tensor,
  filter: tf.Tensor,
  bias: Weight | null | undefined,
  attributes: { strides: number | number[]; pad: string; dilations: number | number[]; activation: string },
): tf.Tensor {
  const inputs = { x, filter, ...(bias && { bias: bias.read() }) };
  return tf
    .engine()
    .runKernel('FusedConv2D', inputs, { ...attributes, dataFormat: 'NHWC', biased: Boolean(bias) }) as tf.Tensor;
}

const convolution = (theirs: Call<Convolution>): Call<Convolution> =>
  function (inputs, options) {
    const x = one(inputs);
    const activation = fusedName(this.activation);
    if (!activation || !usable(this, x)) return theirs.call(this, inputs, options);
    const { strides, dilationRate: dilations, padding: pad, bias } = this;
    if (tf.getBackend() === 'wasm')
      return fusedConvolution(x, this.kernel.read(), bias, { strides, pad, dilations, activation });
    // tfjs's fused convolution refuses a gradient with dilation > 1, which the plain one has by now.
    if ([dilations].flat().every((rate) => rate === 1)) return theirs.call(this, inputs, options);
    return tf.tidy(() => {
      const filtered = tf.conv2d(
        x as tf.Tensor4D,
        this.kernel.read() as tf.Tensor4D,
        strides,
        pad as 'valid' | 'same',
        'NHWC',
        dilations,
      );
      return this.activation.apply(bias ? filtered.add(bias.read()) : filtered);
    });
  };

const separableConvolution = (theirs: Call<Separable>): Call<Separable> =>
  function (inputs, options) {
    const x = one(inputs);
    const activation = fusedName(this.activation);
    if (!activation || tf.getBackend() !== 'wasm' || !usable(this, x)) return theirs.call(this, inputs, options);
    const { strides, dilationRate, padding, bias } = this;
    return tf.tidy(() => {
      const apart = tf.depthwiseConv2d(
        x as tf.Tensor4D,
        this.depthwiseKernel.read() as tf.Tensor4D,
        strides,
        padding as 'valid' | 'same',
        'NHWC',
        dilationRate,
      );
      const point = { strides: 1, pad: 'valid', dilations: 1, activation };
      return fusedConvolution(apart, this.pointwiseKernel.read(), bias, point);
    });
  };

const dense = (theirs: Call<Dense>): Call<Dense> =>
  function (inputs, options) {
    const x = one(inputs);
    const name = fusedName(this.activation);
    if (tf.getBackend() !== 'wasm' || x.rank < 2 || x.dtype !== 'float32') return theirs.call(this, inputs, options);
    const { bias, activation } = this;
    return tf.tidy(() => {
      const b = this.kernel.read();
      const a = x.rank === 2 ? x : x.reshape([-1, b.shape[0]!]);
      const attributes = { transposeA: false, transposeB: false, activation: name ?? 'linear', biased: Boolean(bias) };
      const flat = tf
        .engine()
        .runKernel('_FusedMatMul', { a, b, ...(bias && { bias: bias.read() }) }, attributes) as tf.Tensor;
      const y = x.rank === 2 ? flat : flat.reshape([...x.shape.slice(0, -1), b.shape[1]!]);
      return name || !activation ? y : activation.apply(y);
    });
  };

const batchNormalization = (theirs: Call<BatchNormalization>): Call<BatchNormalization> =>
  function (inputs, options) {
    const x = one(inputs);
    const last = this.axis === -1 || this.axis === x.rank - 1;
    const fast = tf.getBackend() === 'wasm' && last && x.dtype === 'float32';
    // Without scale or offset tfjs reads weights that do not exist, on every backend.
    const broken = !this.gamma || !this.beta;
    if (!options['training'] || !last || !(fast || broken)) return theirs.call(this, inputs, options);
    return tf.tidy(() => {
      const channels = x.shape.at(-1)!;
      const gamma = this.gamma?.read() ?? tf.ones([channels]);
      const beta = this.beta?.read() ?? tf.zeros([channels]);
      const [y, mean, variance] = fast
        ? (tf.engine().runKernel('BatchNormTraining', { x, gamma, beta }, { epsilon: this.epsilon }) as tf.Tensor[])
        : normalize(x, gamma, beta, this.epsilon);
      follow(this.movingMean, mean!, this.momentum);
      follow(this.movingVariance, variance!, this.momentum);
      return y!;
    });
  };

function normalize(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number): tf.Tensor[] {
  const { mean, variance } = tf.moments(
    x,
    Array.from({ length: x.rank - 1 }, (_, axis) => axis),
  );
  const y = x.sub(mean).div(variance.add(epsilon).sqrt()).mul(gamma).add(beta);
  return [y, mean, variance];
}

/** Moves an average a little towards a batch's value. */
function follow(average: Weight, value: tf.Tensor, momentum: number): void {
  const old = average.read();
  const next =
    tf.getBackend() === 'wasm' ? movingAverage(old, value, momentum) : old.sub(old.sub(value).mul(1 - momentum));
  average.write(next);
}

function movingAverage(average: tf.Tensor, value: tf.Tensor, momentum: number): tf.Tensor {
  return tf.engine().runKernel('MovingAverage', { average, value }, { momentum }) as tf.Tensor;
}
