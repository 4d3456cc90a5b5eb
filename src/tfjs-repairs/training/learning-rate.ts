import * as tf from '@tensorflow/tfjs';

interface WithRate {
  learningRate: number;
}

/**
 * `optimizer.learningRate = rate` and `optimizer.setLearningRate(rate)`, while training. Fault: only SGD and momentum have
 * `setLearningRate`, and on exactly these two an assignment has no effect, because they use a copy made earlier
 * (core/optimizers/sgd_optimizer.ts). The copy outlives an optimizer that no name refers to; as a variable it is freed at its cell's
 * next run, like everything else that such an optimizer keeps. Keras: `optimizer.learning_rate = rate` on every optimizer
 * (optimizers/base_optimizer.py).
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
  // SGD's own makes its copy outside of the setter above.
  Reflect.deleteProperty(tf.SGDOptimizer.prototype, 'setLearningRate');
  Object.defineProperty(tf.Optimizer.prototype, 'setLearningRate', {
    configurable: true,
    writable: true,
    value(this: WithRate, rate: number) {
      this.learningRate = rate;
    },
  });
}
