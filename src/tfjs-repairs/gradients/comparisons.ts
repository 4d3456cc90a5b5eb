import * as tf from '@tensorflow/tfjs';

const binary = ['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual'];
const reductions = ['Any', 'All'];

/**
 * Masking, ThresholdedReLU and whatever else compares, in training.
 * Fault: comparisons have no gradient, so neither layer trains.
 * Keras: a comparison is flat almost everywhere, and passes a gradient of 0.
 */
export function repairComparisonGradients(): void {
  for (const kernelName of binary) installZeroGradient(kernelName, ['a', 'b']);
  for (const kernelName of reductions) installZeroGradient(kernelName, ['x']);
}

function installZeroGradient(kernelName: string, inputs: string[]): void {
  tf.registerGradient({
    kernelName,
    inputsToSave: inputs,
    gradFunc: (_, saved) =>
      Object.fromEntries(inputs.map((name, index) => [name, () => tf.zeros(saved[index]?.shape ?? [])])),
  });
}
