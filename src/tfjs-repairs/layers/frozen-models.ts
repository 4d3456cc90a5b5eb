import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

interface Container {
  layers: { trainable: boolean }[];
}

/**
 * `base.trainable = false` for a model that is used as a layer.
 * Fault: the model notes it for itself alone (engine/container.ts). As the first part of a `tf.sequential` its layers become that model's
 * own, so they are trained on, and batch normalization moves its averages wherever it is.
 * Keras: the setter reaches every layer inside (layers/layer.py, `trainable`).
 */
export function repairFrozenModels(): void {
  const container = Object.getPrototypeOf(tf.LayersModel.prototype) as object;
  const theirs = Object.getOwnPropertyDescriptor(container, 'trainable');
  if (!theirs?.set) throw new Error('tfjs has no setter for trainable here');
  const { set } = theirs;
  let building = false;
  Object.defineProperty(container, 'trainable', {
    ...theirs,
    set(this: Container, trainable: boolean) {
      set.call(this, trainable);
      if (!building) for (const layer of this.layers) layer.trainable = trainable;
    },
  });
  // It hands its own value to the model inside; what single layers were told must outlive that.
  replaceMethod<tf.Sequential, unknown[], void>(tf.Sequential.prototype, 'build', (build) => {
    return function (...values) {
      const before = building;
      building = true;
      try {
        build.apply(this, values);
      } finally {
        building = before;
      }
    };
  });
}
