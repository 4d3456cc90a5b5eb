import * as tf from '@tensorflow/tfjs';

/** Reads the gradients of a training run on their way to the optimizer, so that none is computed twice. */
export interface GradientTap {
  /** The newest gradients by the variable's name. The tap disposes them when the next ones come. */
  newest: ReadonlyMap<string, tf.Tensor>;
  remove(): void;
}

type Gradients = { name: string; tensor: tf.Tensor | null }[] | Record<string, tf.Tensor>;

/** @param names the variables whose newest gradients are kept */
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
      // The clone shares the values; the training step disposes its own tensor.
      if (tensor && names.has(name)) newest.set(name, tf.keep(tensor.clone()));
    }
    theirs.call(optimizer, gradients as never);
  };
  return {
    newest,
    remove() {
      drop();
      // Removes the instance property, so that the class's method shows through again.
      delete tapped.applyGradients;
    },
  };
}
