import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

interface Weight {
  read(): tf.Variable;
  constraint?: { apply(weight: tf.Tensor): tf.Tensor } | null;
}
interface Model {
  collectedTrainableWeights: Weight[];
}
type Step = (data: tf.Tensor[]) => tf.Scalar[];

/**
 * `kernelConstraint: tf.constraints.maxNorm(…)` and the like. Fault: constraints act when a weight is set, and training does not set it but
 * changes it in place (engine/training.ts, core/optimizers), so they never act. Keras: after every step (optimizers/base_optimizer.py).
 */
export function repairConstraints(): void {
  replaceMethod<Model, [], Step>(tf.LayersModel.prototype, 'makeTrainFunction', (theirs) => {
    return function () {
      const step = theirs.call(this);
      return (data) => {
        const values = step(data);
        tf.tidy(() => {
          for (const weight of this.collectedTrainableWeights) {
            const variable = weight.read();
            if (weight.constraint) variable.assign(weight.constraint.apply(variable));
          }
        });
        return values;
      };
    };
  });
}
