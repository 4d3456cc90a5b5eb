import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../../tfjs-repairs';

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
 * Puts our own calls into layers of tfjs, for the wasm backend: one kernel computes the layer with bias and activation, also in training.
 * On another backend, and where no kernel of ours takes the layer, the call goes on to what was there before.
 */
export function installFusedLayers(): void {
  replaceCall<Convolution>('Conv2D', convolution);
  replaceCall<Separable>('SeparableConv2D', separableConvolution);
  replaceCall<Dense>('Dense', dense);
  replaceCall<BatchNormalization>('BatchNormalization', batchNormalization);
}

function replaceCall<Fields>(className: string, make: (theirs: Call<Fields>) => Call<Fields>): void {
  replaceMethod<Fields, Parameters<Call<Fields>>, Inputs>(layerPrototype(className), 'call', make);
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

/** Whether our kernels take the layer's call: images of floats, channels last. */
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
    if (!activation || tf.getBackend() !== 'wasm' || !usable(this, x)) return theirs.call(this, inputs, options);
    const { strides, dilationRate: dilations, padding: pad, bias } = this;
    return fusedConvolution(x, this.kernel.read(), bias, { strides, pad, dilations, activation });
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
    const { gamma, beta, epsilon, momentum } = this;
    // The fused kernel's gradient has no gradient of its own; tfjs's operations, of which the layer is composed otherwise, do.
    const once = Reflect.get(tf.engine().state, 'gradientDepth') < 2;
    const ours =
      once && tf.getBackend() === 'wasm' && options['training'] && last && x.dtype === 'float32' && gamma && beta;
    if (!ours) return theirs.call(this, inputs, options);
    return tf.tidy(() => {
      const given = { x, gamma: gamma.read(), beta: beta.read() };
      const [y, mean, variance] = tf.engine().runKernel('BatchNormTraining', given, { epsilon }) as tf.Tensor[];
      follow(this.movingMean, mean!, momentum);
      follow(this.movingVariance, variance!, momentum);
      return y!;
    });
  };

/** Moves an average a little towards a batch's value. */
function follow(average: Weight, value: tf.Tensor, momentum: number): void {
  average.write(tf.engine().runKernel('MovingAverage', { average: average.read(), value }, { momentum }) as tf.Tensor);
}
