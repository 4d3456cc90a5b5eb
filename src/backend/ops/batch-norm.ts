import * as tf from '@tensorflow/tfjs';
import { addParts } from './add-parts';
import { lines } from './geometry';
import { expectShape, input, replaceKernel, type Infos, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';

/** Batch normalization while training, with its gradient: two passes each, where tfjs composes some twenty ops. */
export function installBatchNorm(side: SideModuleOf): void {
  replaceKernel('BatchNormTraining', side, () => forward);
  replaceKernel('BatchNormTrainingGrad', side, () => gradient);
  replaceKernel('MovingAverage', side, () => movingAverage);
  tf.registerGradient({
    kernelName: 'BatchNormTraining',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc: (dys, [x, gamma, mean, variance], attributes) => {
      const [dy] = Array.isArray(dys) ? dys : [dys];
      const inputs = { dy, x, gamma, mean, variance } as tf.NamedTensorMap;
      const [dx, dgamma, dbeta] = tf.engine().runKernel('BatchNormTrainingGrad', inputs, attributes) as tf.Tensor[];
      return { x: () => dx!, gamma: () => dgamma!, beta: () => dbeta! };
    },
  });
}

/** Rows and channels of x, its last axis; the channels' parameters are checked. */
function sizes(inputs: Infos, names: string[]): [tf.TensorInfo, number, number] {
  const x = input(inputs, 'x');
  const channels = x.shape.at(-1) ?? 1;
  expectShape('x', x, x.shape);
  for (const name of names) expectShape(name, input(inputs, name), [channels]);
  return [x, tf.util.sizeFromShape(x.shape) / channels, channels];
}

function floats(side: SideModule, tensor: tf.TensorInfo): Float32Array {
  return side.backend.typedArrayFromHeap(tensor) as Float32Array;
}

const forward: Kernel = ({ inputs, attributes, side }) => {
  const [x, rows, channels] = sizes(inputs, ['gamma', 'beta']);
  const epsilon = attributes['epsilon'] as number;
  const { backend } = side;
  const [y, mean, variance] = [
    backend.makeOutput(x.shape, 'float32'),
    backend.makeOutput([channels], 'float32'),
    backend.makeOutput([channels], 'float32'),
  ];
  const at = { x: side.pointer(x), y: side.pointer(y) };
  const threads = side.threadsFor(rows * channels);
  const roomFloats = lines(2 * channels);
  const room = side.room(roomFloats * (threads + 3));
  const total = room + roomFloats * threads * 4;
  const scale = total + roomFloats * 4;
  const offset = scale + channels * 4;
  const shift = scale + roomFloats * 4;
  const shifts = sampleMeans(floats(side, x), rows, channels, shift);
  side.run('columnMoments', threads, { x: at.x, shift, room, roomFloats, rows, channels });
  addParts(side, { to: total, parts: room, roomFloats, threads, rows: 1, columns: 2 * channels });
  const { buffer } = floats(side, x);
  const [sums, coefficients] = [
    new Float32Array(buffer, total, 2 * channels),
    new Float32Array(buffer, scale, 2 * channels),
  ];
  const [means, variances, gamma, beta] = [mean, variance, input(inputs, 'gamma'), input(inputs, 'beta')].map(
    (tensor) => floats(side, tensor),
  );
  for (let c = 0; c < channels; c++) {
    const shifted = sums[c]! / rows;
    means![c] = shifts[c]! + shifted;
    variances![c] = Math.max(0, sums[channels + c]! / rows - shifted * shifted);
    coefficients[c] = gamma![c]! / Math.sqrt(variances![c]! + epsilon);
    coefficients[channels + c] = beta![c]! - means![c]! * coefficients[c]!;
  }
  side.run('scaleChannels', threads, { ...at, scale, offset, rows, channels });
  return [y, mean, variance];
};

/** How many rows are looked at for a first guess of the means. */
const sampled = 32;

/** The means of some rows, evenly spaced, at the address `to`: no single row that is far from all others spoils the variances. */
function sampleMeans(x: Float32Array, rows: number, channels: number, to: number): Float32Array {
  const means = new Float32Array(x.buffer, to, channels).fill(0);
  const count = Math.min(rows, sampled);
  for (let place = 0; place < count; place++) {
    const row = Math.floor((place * rows) / count) * channels;
    for (let c = 0; c < channels; c++) means[c]! += x[row + c]! / count;
  }
  return means;
}

/** average + (value − average) · (1 − momentum): a few numbers, for which three ops of tfjs cost far more than the arithmetic. */
const movingAverage: Kernel = ({ inputs, attributes, side }) => {
  const [average, value] = [input(inputs, 'average'), input(inputs, 'value')];
  expectShape('value', value, average.shape);
  const rate = 1 - (attributes['momentum'] as number);
  const out = side.backend.makeOutput(average.shape, 'float32');
  const [old, now, next] = [average, value, out].map((tensor) => floats(side, tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  next.forEach((_, c) => (next[c] = old[c]! + (now[c]! - old[c]!) * rate));
  return out;
};

/** Ioffe & Szegedy 2015, section 3: dx = γ/σ · (dy − Σdy/n − x̂ · Σ(dy·x̂)/n), with σ = √(variance + ε) and x̂ = (x − mean)/σ. */
const gradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, rows, channels] = sizes(inputs, ['gamma', 'mean', 'variance']);
  const dy = input(inputs, 'dy');
  expectShape('dy', dy, x.shape);
  const epsilon = attributes['epsilon'] as number;
  const { backend } = side;
  const [dx, dgamma, dbeta] = [
    backend.makeOutput(x.shape, 'float32'),
    backend.makeOutput([channels], 'float32'),
    backend.makeOutput([channels], 'float32'),
  ];
  const at = { x: side.pointer(x), dy: side.pointer(dy), dx: side.pointer(dx) };
  const mean = side.pointer(input(inputs, 'mean'));
  const threads = side.threadsFor(rows * channels);
  const roomFloats = lines(3 * channels);
  const room = side.room(roomFloats * (threads + 2));
  const total = room + roomFloats * threads * 4;
  const [a, b, d] = [0, 1, 2].map((place) => total + (roomFloats + place * channels) * 4) as [number, number, number];
  side.run('batchNormSums', threads, { ...at, mean, room, roomFloats, rows, channels });
  addParts(side, { to: total, parts: room, roomFloats, threads, rows: 1, columns: 2 * channels });
  const { buffer } = floats(side, x);
  const [sums, factor] = [new Float32Array(buffer, total, 2 * channels), new Float32Array(buffer, a, 3 * channels)];
  const [gammas, means, variances, dgammas, dbetas] = [
    input(inputs, 'gamma'),
    input(inputs, 'mean'),
    input(inputs, 'variance'),
    dgamma,
    dbeta,
  ].map((tensor) => floats(side, tensor));
  for (let c = 0; c < channels; c++) {
    const inverse = 1 / Math.sqrt(variances![c]! + epsilon);
    const [sum, product] = [sums[c]!, sums[channels + c]! * inverse];
    dbetas![c] = sum;
    dgammas![c] = product;
    const scale = gammas![c]! * inverse;
    factor[c] = scale;
    factor[channels + c] = (-scale * inverse * product) / rows;
    factor[2 * channels + c] = (scale * (inverse * product * means![c]! - sum)) / rows;
  }
  side.run('batchNormGradient', threads, { ...at, a, b, d, rows, channels });
  return [dx, dgamma, dbeta];
};
