import * as tf from '@tensorflow/tfjs';

interface WithRate {
  learningRate: number;
}

/**
 * `optimizer.learningRate = rate` and `optimizer.setLearningRate(rate)`, while training.
 * Fault: only SGD and momentum have `setLearningRate`, and on just these two an assignment has no effect, since they compute with
 * a copy made before (core/optimizers/sgd_optimizer.ts).
 * Keras: `optimizer.learning_rate = rate` on every optimizer (optimizers/base_optimizer.py).
 */
export function repairLearningRate(): void {
  const rates = new WeakMap<object, number>();
  Object.defineProperty(tf.SGDOptimizer.prototype, 'learningRate', {
    configurable: true,
    get(this: object) {
      return rates.get(this);
    },
    set(this: { c?: tf.Scalar }, rate: number) {
      rates.set(this, rate);
      // Still missing when the constructor sets the first rate.
      if (!this.c) return;
      this.c.dispose();
      this.c = tf.keep(tf.scalar(-rate));
    },
  });
  Object.defineProperty(tf.Optimizer.prototype, 'setLearningRate', {
    configurable: true,
    writable: true,
    value(this: WithRate, rate: number) {
      this.learningRate = rate;
    },
  });
}
