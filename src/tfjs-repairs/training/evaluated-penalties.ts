import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

type Step = (data: tf.Tensor[]) => tf.Scalar[];
interface Model {
  testFunction: Step;
  calculateLosses(): tf.Scalar[];
}

/**
 * The loss of `evaluate` and of validation where layers have regularizers. Fault: it leaves their penalties out, that of training has them
 * (engine/training.ts, `makeTestFunction`). Keras: both have them (trainers/trainer.py, `compute_loss`).
 */
export function repairEvaluatedPenalties(): void {
  replaceMethod<Model, [], void>(tf.LayersModel.prototype, 'makeTestFunction', (theirs) => {
    return function () {
      theirs.call(this);
      const step = this.testFunction;
      this.testFunction = (data) =>
        tf.tidy(() => {
          const [loss, ...rest] = step(data);
          if (!loss) return rest;
          return [this.calculateLosses().reduce<tf.Scalar>((sum, penalty) => sum.add(penalty), loss), ...rest];
        });
    };
  });
}
