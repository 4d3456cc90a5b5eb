import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';
import { stepByVariable, type Gradients, type Slot } from './step-by-variable';

interface Adadelta {
  learningRate: number;
  rho: number;
  epsilon: number;
  accumulatedGrads: Slot[];
  accumulatedUpdates: Slot[];
  incrementIterations(): void;
}

/**
 * `tf.train.adadelta`. Fault: a step divides by the squared gradients before its own are added (adadelta_optimizer.ts), so the first one
 * is η · g, however large. Keras: s' = ρs + (1 − ρ)g², Δ = g · √(u + ε) / √(s' + ε), u' = ρu + (1 − ρ)Δ², w' = w − ηΔ
 * (optimizers/adadelta.py; Zeiler 2012, algorithm 1).
 */
export function repairAdadelta(): void {
  replaceMethod<Adadelta, [Gradients], void>(tf.AdadeltaOptimizer.prototype, 'applyGradients', () => {
    return function (gradients) {
      const { learningRate, rho, epsilon } = this;
      const lists = [
        { slots: this.accumulatedGrads, suffix: 'accum_grad' },
        { slots: this.accumulatedUpdates, suffix: 'accum_var' },
      ] as const;
      stepByVariable(gradients, lists, (value, gradient, [squares, updates]) => {
        const mean = (before: tf.Tensor, now: tf.Tensor): tf.Tensor => before.mul(rho).add(now.square().mul(1 - rho));
        const newSquares = mean(squares, gradient);
        const delta = updates
          .add(epsilon)
          .sqrt()
          .div<tf.Tensor>(newSquares.add(epsilon).sqrt())
          .mul<tf.Tensor>(gradient);
        return [value.sub(delta.mul(learningRate)), newSquares, mean(updates, delta)];
      });
      this.incrementIterations();
    };
  });
}
