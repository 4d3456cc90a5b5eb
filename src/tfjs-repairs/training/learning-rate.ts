import * as tf from '@tensorflow/tfjs';

interface WithRate {
  learningRate: number;
}

/**
 * `optimizer.learningRate = rate` and `optimizer.setLearningRate(rate)`, while training.
 * Fault: only SGD and momentum have `setLearningRate`, and on just these two an assignment has no effect, since they compute with
 * a copy made before (core/optimizers/sgd_optimizer.ts). The copy outlives an optimizer that nobody has a name for; as a variable it
 * ends with its cell's next run, like all that such an optimizer remembers.
 * Keras: `optimizer.learning_rate = rate` on every optimizer (optimizers/base_optimizer.py).
 */
export function repairLearningRate(): void {
  const rates = new WeakMap<object, number>();
  Object.defineProperty(tf.SGDOptimizer.prototype, 'learningRate', {
    configurable: true,
    get(this: object) {
      return rates.get(this);
    },
    set(this: { c?: tf.Tensor }, rate: number) {
      rates.set(this, rate);
      this.c?.dispose();
      this.c = tf.tidy(() => tf.variable(tf.scalar(-rate), false));
    },
  });
  // Its own does the same by halves.
  Reflect.deleteProperty(tf.SGDOptimizer.prototype, 'setLearningRate');
  Object.defineProperty(tf.Optimizer.prototype, 'setLearningRate', {
    configurable: true,
    writable: true,
    value(this: WithRate, rate: number) {
      this.learningRate = rate;
    },
  });
}
