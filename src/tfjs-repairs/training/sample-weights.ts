import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { replaceMethod } from '../replace-method';

type Weights = tf.Tensor | tf.Tensor[] | Record<string, tf.Tensor>;
type Standard = [inputs: tf.Tensor[], targets: tf.Tensor[], weights: tf.Tensor[] | null];
interface Model {
  outputs: tf.SymbolicTensor[];
  outputNames: string[];
}

/**
 * `fit(x, y, { sampleWeight })`: how much each example counts, `[examples]`, or a list or an object by output name.
 * Fault: "sample weight is not supported yet" (engine/training.ts). Keras: the loss of each example is multiplied by its weight, then
 * averaged over all (trainers/compile_utils.py); together with `classWeight`, by both.
 */
export function repairSampleWeights(): void {
  replaceMethod<Model, [unknown, unknown, Weights | null | undefined, ...unknown[]], Promise<Standard>>(
    tf.LayersModel.prototype,
    'standardizeUserData',
    (theirs) => {
      return async function (x, y, weights, ...rest) {
        const [inputs, targets, byClass] = await theirs.call(this, x, y, null, ...rest);
        if (!weights) return [inputs, targets, byClass];
        const all = this.outputNames.map((name, at) => weightsOf(weights, name, at));
        const standard = all.map((given, at) => {
          const count = targets[at]?.shape[0] ?? 0;
          if (!given || given.size !== count)
            throw new RangeError(say('repairs.sampleWeight', { count, shape: `[${String(given?.shape)}]` }));
          const others = Math.max(0, (this.outputs[at]?.rank ?? 2) - 2);
          const own = tf.tidy(() => given.toFloat().reshape([count, ...Array<number>(others).fill(1)]));
          const classes = byClass?.[at];
          return classes ? tf.tidy(() => own.mul<tf.Tensor>(classes)) : own;
        });
        return [inputs, targets, standard];
      };
    },
  );
}

function weightsOf(weights: Weights, name: string, at: number): tf.Tensor | undefined {
  if (weights instanceof tf.Tensor) return weights;
  return Array.isArray(weights) ? weights[at] : weights[name];
}
