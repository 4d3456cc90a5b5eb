import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

interface WithOptimizer {
  optimizer?: tf.Optimizer;
}

/**
 * `model.save(…, { includeOptimizer: true })`. Fault: each save leaves a tensor, the number of the optimizer's steps, which is made for it
 * and never freed (core/optimizers/optimizer.ts, saveIterations; tfjs issue 8238). Keras has no tensors to free.
 */
export function freeSavedIterations(): void {
  const underWay = new Map<tf.Optimizer, { saves: number; tensors: tf.Tensor[] }>();

  replaceMethod<tf.Optimizer, [], Promise<{ name: string; tensor: tf.Tensor }>>(
    tf.Optimizer.prototype,
    'saveIterations',
    (theirs) =>
      async function () {
        const saved = await theirs.call(this);
        underWay.get(this)?.tensors.push(saved.tensor);
        return saved;
      },
  );

  replaceMethod<WithOptimizer, unknown[], Promise<tf.io.SaveResult>>(
    tf.LayersModel.prototype,
    'save',
    (theirs) =>
      async function (...values) {
        const { optimizer } = this;
        if (!optimizer) return theirs.apply(this, values);
        const mine = underWay.get(optimizer) ?? { saves: 0, tensors: [] };
        underWay.set(optimizer, mine);
        mine.saves += 1;
        try {
          return await theirs.apply(this, values);
        } finally {
          mine.saves -= 1;
          // Another save of the same model may still read them.
          if (mine.saves === 0) {
            underWay.delete(optimizer);
            for (const tensor of mine.tensors) tensor.dispose();
          }
        }
      },
  );
}
