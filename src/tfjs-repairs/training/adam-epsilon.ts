import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

interface Adam {
  epsilon: number;
  beta2: number;
  readonly iterations: number;
}

/**
 * Adam's ε, which keeps the step finite where gradients are tiny.
 * Fault: tfjs adds it to the corrected √v̂ (adam_optimizer.ts; Kingma & Ba 2015, algorithm 1). Keras adds it to √v and corrects the rate,
 * η · √(1 − β₂ᵗ) / (1 − β₁ᵗ) (optimizers/adam.py; the note before section 2.1 there, ε̂). The same with a larger ε in the first steps.
 */
export function repairAdamEpsilon(): void {
  replaceMethod<Adam, [unknown], void>(tf.AdamOptimizer.prototype, 'applyGradients', (theirs) => {
    return function (gradients) {
      const { epsilon } = this;
      this.epsilon = epsilon / Math.sqrt(1 - this.beta2 ** (this.iterations + 1));
      try {
        theirs.call(this, gradients);
      } finally {
        this.epsilon = epsilon;
      }
    };
  });
}
