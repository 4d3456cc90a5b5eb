import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';
import { stepByVariable, type Gradients, type Slot } from './step-by-variable';

interface Momentum {
  learningRate: number;
  momentum: number;
  useNesterov: boolean;
  accumulations: Slot[];
  incrementIterations(): void;
}
type Saved = { name: string; tensor: tf.Tensor };

/**
 * `tf.train.momentum` with a learning rate that changes, by a schedule or by hand.
 * Fault: tfjs accumulates gradients, a' = μa + g, and multiplies all of them by the rate of now (momentum_optimizer.ts). Keras: the
 * velocity holds each step at the rate of its time, v' = μv + ηg, w' = w − v', or w − (ηg + μv') with Nesterov's look ahead
 * (optimizers/sgd.py). Saved models hold what tfjs saves, v / η.
 */
export function repairMomentum(): void {
  const { prototype } = tf.MomentumOptimizer;
  replaceMethod<Momentum, [Gradients], void>(prototype, 'applyGradients', () => {
    return function (gradients) {
      const { learningRate: rate, momentum, useNesterov } = this;
      const lists = [{ slots: this.accumulations, suffix: 'momentum' }] as const;
      stepByVariable(gradients, lists, (value, gradient, [velocity]) => {
        const newVelocity = velocity.mul(momentum).add<tf.Tensor>(gradient.mul(rate));
        const ahead = useNesterov ? newVelocity.mul(momentum).add<tf.Tensor>(gradient.mul(rate)) : newVelocity;
        return [value.sub(ahead), newVelocity];
      });
      this.incrementIterations();
    };
  });
  replaceMethod<Momentum, [], Promise<Saved[]>>(prototype, 'getWeights', (theirs) => {
    return async function () {
      const [iterations, ...saved] = await theirs.call(this);
      const { learningRate: rate } = this;
      const accumulations = saved.map(({ name, tensor }) => ({ name, tensor: tensor.div(rate || 1) }));
      return iterations ? [iterations, ...accumulations] : [];
    };
  });
  replaceMethod<Momentum, [Saved[]], Promise<void>>(prototype, 'setWeights', (theirs) => {
    return async function (values) {
      await theirs.call(this, values);
      tf.tidy(() => {
        for (const { variable } of this.accumulations) variable.assign(variable.mul(this.learningRate || 1));
      });
    };
  });
}
