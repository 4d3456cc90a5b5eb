import * as tf from '@tensorflow/tfjs';
import type { BatchNormOutput } from '../protocol';
import { say } from '../words';
import { batchInput } from './batch-input';
import { checkOptions, text, whole, type Rules } from './check-options';
import { checkModel, findLayer, type LayerChoice } from './find-layer';
import { nodeOf, valueOf } from './forward';
import { histogramOf } from './histogram';
import { outputOf } from './layer-output';
import { MOST_VALUES, planesOf } from './pictures';
import { floats, read } from './read';
import { stage } from './stage';

export interface BatchNormViewOptions {
  /** Channels at most; 64 without it. */
  limit?: number;
  /** A line above the view. */
  title?: string;
}

const rules: Rules<BatchNormViewOptions> = { limit: whole(1), title: text };

/**
 * Opens a batch normalization: each channel's values as they come in, normalized with the statistics of the batch (as in
 * training) or with the moving ones (as in `predict`), and scaled by γ and β, which are sliders.
 * y = γ · (x − μ) / √(σ² + ε) + β, with one μ and σ² per channel over the batch and all places (÷ n).
 *
 * @example
 * batchNormView(model, data.train.images.slice(0, 64))
 * batchNormView(model, batch, 'batch_normalization_2')
 *
 * @param model a built layers model with one input
 * @param inputs a batch `[n, …]`, as the model takes it
 * @param layer a BatchNormalization layer's name, index or itself; without it the first of the model
 * @param options `limit`, `title`
 * @throws RangeError for an unknown layer, or a batch of another shape than the model takes
 * @throws TypeError for a layer that is no BatchNormalization over the last axis
 * @see Ioffe and Szegedy, Batch normalization, arXiv 1502.03167
 */
export function batchNormView(
  model: tf.LayersModel,
  inputs: tf.Tensor,
  layer?: LayerChoice,
  options: BatchNormViewOptions = {},
): void {
  const here = stage();
  const verb = 'batchNormView';
  checkOptions(verb, options, rules);
  checkModel(verb, model);
  const input = batchInput(verb, model, inputs);
  const { limit = 64 } = options;
  const chosen = normalizing(model, layer);
  const [before] = nodeOf(outputOf(model, chosen)).inputTensors;
  if (!before) throw new Error(`lab: ${chosen.name} reads nothing`);
  const count = before.shape.at(-1) ?? 0;
  const shown = Math.min(limit, count);
  const config = chosen.getConfig();
  const weights = chosen.getWeights();
  const [scale, center] = [config['scale'] !== false, config['center'] !== false];

  let slot: string | undefined;
  read(
    () => {
      const values = valueOf(before, [{ at: input, value: inputs.cast('float32') }]).reshape([-1, count]);
      const { mean, variance } = tf.moments(values, 0);
      const [gamma, beta] = [scale ? weights[0] : tf.ones([count]), center ? weights[scale ? 1 : 0] : tf.zeros([count])]; // prettier-ignore
      const rows = [mean, variance, ...weights.slice(-2), gamma, beta].map((row) => row?.reshape([1, count]) ?? tf.zeros([1, count])); // prettier-ignore
      return tf.concat([...rows, thinned(values, count)]).slice([0, 0], [-1, shown]);
    },
    (read) => {
      const all = floats(read);
      const numbers = planesOf(all, all.length / shown, shown);
      const output: BatchNormOutput = {
        kind: 'batch-norm',
        title: options.title ?? say('lab.batchNormView.title', { name: chosen.name }),
        epsilon: Number(config['epsilon'] ?? 1e-3),
        images: inputs.shape[0] ?? 0,
        channels: numbers.map((own) => {
          const [mean = 0, variance = 0, movingMean = 0, movingVariance = 0, gamma = 1, beta = 0] = own;
          return {
            values: histogramOf(own.subarray(6)),
            batch: { mean, variance },
            moving: { mean: movingMean, variance: movingVariance },
            gamma,
            beta,
          };
        }),
        omitted: count - shown,
      };
      slot = here.emit(output, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: chosen.name, type: 'other' } })),
  );
}

/** Every so-many-th row of [n, channels], so that all together can be read. */
function thinned(values: tf.Tensor, channels: number): tf.Tensor {
  const rows = values.shape[0] ?? 0;
  const step = Math.ceil((rows * channels) / MOST_VALUES);
  return step <= 1 ? values : values.gather(tf.range(0, rows, step, 'int32'));
}

function normalizing(model: tf.LayersModel, layer: LayerChoice | undefined): tf.layers.Layer {
  const verb = 'batchNormView';
  const all = model.layers.filter((one) => one.getClassName() === 'BatchNormalization');
  const chosen = layer === undefined ? all[0] : findLayer(verb, model, layer);
  const names = all.map(({ name }) => name).join(', ') || '–';
  if (!chosen) throw new TypeError(say('lab.batchNormView.none', { name: model.name }));
  const axis = chosen.getConfig()['axis'];
  const last = axis === undefined || axis === -1 || axis === outputOf(model, chosen).rank - 1;
  if (chosen.getClassName() !== 'BatchNormalization' || !last) {
    throw new TypeError(say('lab.batchNormView.type', { name: chosen.name, type: chosen.getClassName(), names }));
  }
  return chosen;
}
