import * as tf from '@tensorflow/tfjs';
import { calls } from '../../../.generated/tfjs-options.json';
import { aroundFits } from '../around-fits';
import { checkOptions } from '../check-options';

/**
 * `tf.callbacks.earlyStopping({ restoreBestWeights: true })`.
 * Fault: the constructor throws "not implemented" (callbacks.ts).
 * Keras: the weights of the epoch with the best value come back when training ends, early or not (callbacks/early_stopping.py).
 */
export class EarlyStopping extends tf.EarlyStopping {
  readonly #restores: boolean;
  #best: tf.Tensor[] = [];

  /** @throws RangeError if it has no such option */
  constructor(given: tf.EarlyStoppingCallbackArgs = {}) {
    checkOptions('tf.callbacks.earlyStopping', given, calls.earlyStopping);
    const { restoreBestWeights = false, ...options } = given;
    super(options);
    this.#restores = restoreBestWeights;
  }

  override async onTrainBegin(): Promise<void> {
    this.forget();
    await super.onTrainBegin();
  }

  override async onEpochEnd(epoch: number, logs?: tf.Logs): Promise<void> {
    const before: unknown = Reflect.get(this, 'best');
    await super.onEpochEnd(epoch, logs);
    if (!this.#restores || (this.#best.length > 0 && Reflect.get(this, 'best') === before)) return;
    this.forget();
    this.#best = this.model.getWeights().map((weight) => tf.keep(weight.clone()));
  }

  override async onTrainEnd(logs?: tf.Logs): Promise<void> {
    await super.onTrainEnd(logs);
    if (this.#best.length > 0) this.model.setWeights(this.#best);
    this.forget();
  }

  /** Frees the copies, also of a training that failed. */
  forget(): void {
    tf.dispose(this.#best);
    this.#best = [];
  }
}

export const earlyStopping = (options?: tf.EarlyStoppingCallbackArgs): EarlyStopping => new EarlyStopping(options);

/** A training that fails must not keep the copies of the weights for ever. */
export function freeBestWeights(): void {
  aroundFits(async (_model, args, train) => {
    try {
      return await train(args);
    } finally {
      for (const callback of [args.callbacks].flat()) if (callback instanceof EarlyStopping) callback.forget();
    }
  });
}
