import { aroundFits } from '../../tfjs-repairs';

/** Calls `hear` with the final loss of each `fit` and `fitDataset`. */
export function watchLosses(hear: (loss: number) => void): void {
  aroundFits(async (_model, args, train) => {
    const trained = await train(args);
    const loss: unknown = trained.history['loss']?.at(-1);
    if (typeof loss === 'number') hear(loss);
    return trained;
  });
}
