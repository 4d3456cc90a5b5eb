import * as tf from '@tensorflow/tfjs';

/** Sees the gradients of a training on their way to the optimizer, without computing any again. */
export interface GradientTap {
  /** The newest gradients by the variable's name; the tap disposes them when the next come. */
  newest: ReadonlyMap<string, tf.Tensor>;
  remove(): void;
}

type Gradients = { name: string; tensor: tf.Tensor | null }[] | Record<string, tf.Tensor>;

/** @param names of the variables whose gradients are kept, one of each */
export function gradientTap(optimizer: tf.Optimizer, names: ReadonlySet<string>): GradientTap {
  const tapped = optimizer as { applyGradients?: (gradients: Gradients) => void };
  const theirs = optimizer.applyGradients;
  const newest = new Map<string, tf.Tensor>();
  const drop = (): void => {
    newest.forEach((tensor) => tensor.dispose());
    newest.clear();
  };
  tapped.applyGradients = function (gradients) {
    drop();
    const pairs = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    for (const { name, tensor } of pairs) {
      // A clone shares the values; the step goes on with its own.
      if (tensor && names.has(name)) newest.set(name, tf.keep(tensor.clone()));
    }
    theirs.call(optimizer, gradients as never);
  };
  return {
    newest,
    remove() {
      drop();
      // What lies on the optimizer itself hid the one of its class.
      delete tapped.applyGradients;
    },
  };
}
