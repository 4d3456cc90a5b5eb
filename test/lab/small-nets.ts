import * as tf from '@tensorflow/tfjs';

/** A small classifier of [8, 8, 1] with everything that trained nets have; `last` is its final activation. */
export function smallNet(last: 'softmax' | 'linear' = 'softmax'): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', activation: 'relu', inputShape: [8, 8, 1], name: 'conv1' })); // prettier-ignore
  model.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'pool' }));
  model.add(tf.layers.conv2d({ filters: 4, kernelSize: 2, name: 'conv2' }));
  model.add(tf.layers.batchNormalization({ name: 'norm' }));
  model.add(tf.layers.activation({ activation: 'relu', name: 'relu' }));
  model.add(tf.layers.dropout({ rate: 0.5, name: 'drop' }));
  model.add(tf.layers.flatten({ name: 'flat' }));
  model.add(tf.layers.dense({ units: 3, activation: last, name: 'out' }));
  setStatistics(model.getLayer('norm'), 4);
  return model;
}

/** The same weights with other layers, or another last activation. */
export function copyOf(model: tf.LayersModel, other: tf.LayersModel): tf.LayersModel {
  other.setWeights(model.getWeights());
  return other;
}

/** Branches that meet: a residual sum, a concatenation, a nested model as the head. */
export function branchingNet(): tf.LayersModel {
  const input = tf.input({ shape: [8, 8, 1] });
  const start = apply(tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same', activation: 'relu', name: 'start' }), input); // prettier-ignore
  const branch = apply(tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same', name: 'branch' }), start);
  const sum = apply(tf.layers.add({ name: 'sum' }), [start, branch]);
  const wide = apply(tf.layers.concatenate({ name: 'wide' }), [sum, input]);
  const pooled = apply(tf.layers.globalAveragePooling2d({ name: 'gap' }), wide);
  const head = tf.sequential({
    name: 'head',
    layers: [
      tf.layers.dense({ units: 4, activation: 'tanh', inputShape: [3] }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  return tf.model({ inputs: input, outputs: apply(head, pooled) });
}

export function apply(layer: tf.layers.Layer, to: tf.SymbolicTensor | tf.SymbolicTensor[]): tf.SymbolicTensor {
  return layer.apply(to) as tf.SymbolicTensor;
}

/** Moving statistics as after a training: neither 0 nor 1. */
function setStatistics(layer: tf.layers.Layer, channels: number): void {
  layer.setWeights([
    tf.randomUniform([channels], 0.5, 1.5),
    tf.randomNormal([channels]),
    tf.randomNormal([channels]),
    tf.randomUniform([channels], 0.5, 2),
  ]);
}

/** ∂f/∂x by differences, for a function of a tensor's numbers. */
export function differences(f: (x: tf.Tensor) => number, x: tf.Tensor, step = 1e-2): Float32Array {
  const values = x.dataSync();
  return Float32Array.from(values, (_, index) => {
    const moved = (by: number): number =>
      tf.tidy(() =>
        f(
          tf.tensor(
            Float32Array.from(values, (value, other) => value + (other === index ? by : 0)),
            x.shape,
          ),
        ),
      );
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

export function expectClose(given: ArrayLike<number>, wanted: ArrayLike<number>, digits = 3): void {
  if (given.length !== wanted.length) throw new Error(`${given.length} numbers instead of ${wanted.length}`);
  for (let index = 0; index < given.length; index++) {
    const [a, b] = [given[index] ?? NaN, wanted[index] ?? NaN];
    if (!(Math.abs(a - b) <= 10 ** -digits * Math.max(1, Math.abs(b))))
      throw new Error(`${a} instead of ${b} at ${index}`);
  }
}

/** A layer that passes its input on and calls `seen` each time it is computed. */
export class SeenLayer extends tf.layers.Layer {
  static readonly className = 'Seen';
  constructor(
    inputShape: number[],
    private readonly seen: () => void,
  ) {
    super({ inputShape });
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[] {
    this.seen();
    return inputs;
  }
}
