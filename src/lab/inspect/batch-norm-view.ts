import * as tf from '@tensorflow/tfjs';
import type { BatchNormOutput } from '../../protocol';
import { listed, say } from '../../words';
import { batchInput } from '../model/batch-input';
import { checkOptions, oneOf, text, whole, type Rules } from '../values/check-options';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { nodeOf, valueOf } from '../model/forward';
import { histogramOf } from '../values/histogram';
import { outputOf } from '../model/layer-output';
import { MAX_VALUES, planesOf } from '../values/pictures';
import { floats, read } from '../values/read';
import { stage } from '../stage';

/** What `batchNormView` draws. */
export interface BatchNormViewOptions {
  /** The largest number of channels. Default: 64. */
  limit?: number;
  /** A line above the view. Default: the layer's name. */
  title?: string;
  /** The statistics that normalize at first; the reader can switch. Default: 'batch'. */
  statistics?: 'batch' | 'moving';
}

const rules: Rules<BatchNormViewOptions> = { limit: whole(1), title: text, statistics: oneOf('batch', 'moving') };

/**
 * Opens a batch normalization. For each channel it draws the values that come in, the same values normalized with the
 * statistics of this batch (as in training) or with the moving statistics (as in `predict`), and the result of scaling them by
 * γ and shifting them by β, which are sliders. y = γ · (x − μ) / √(σ² + ε) + β; each channel has one μ and one σ², taken over
 * the batch and all places (the sum of squares is divided by n, not by n − 1).
 *
 * ```ts
 * batchNormView(model, data.train.images.slice(0, 64))
 * batchNormView(model, batch, 'batch_normalization_2')
 * ```
 *
 * @param model a built layers model with one input
 * @param inputs a batch `[n, …]` of the shape that the model takes
 * @param layer a BatchNormalization layer: its name, index or the layer itself. Default: the first one in the model
 * @param options see `BatchNormViewOptions`
 * @throws RangeError for an unknown layer, or for a batch whose shape the model does not take
 * @throws TypeError for a layer that is not a BatchNormalization over the last axis, or for an unknown option
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
  const scale = config['scale'] !== false;
  const center = config['center'] !== false;

  let slot: string | undefined;
  read(
    () => {
      const values = valueOf(before, [{ at: input, value: inputs.cast('float32') }]).reshape([-1, count]);
      const { mean, variance } = tf.moments(values, 0);
      const gamma = scale ? weights[0] : tf.ones([count]);
      const beta = center ? weights[scale ? 1 : 0] : tf.zeros([count]);
      const rows = [mean, variance, ...weights.slice(-2), gamma, beta];
      const statistics = rows.map((row) => row?.reshape([1, count]) ?? tf.zeros([1, count]));
      return tf.concat([...statistics, thinned(values, count)]).slice([0, 0], [-1, shown]);
    },
    (read) => {
      const all = floats(read);
      const numbers = planesOf(all, all.length / shown, shown);
      const output: BatchNormOutput = {
        kind: 'batch-norm',
        title: options.title ?? say('lab.batchNormView.title', { name: chosen.name }),
        epsilon: Number(config['epsilon'] ?? 1e-3),
        ...(options.statistics && { statistics: options.statistics }),
        images: inputs.shape[0] ?? 0,
        channels: numbers.map(channelOf),
        omitted: count - shown,
      };
      slot = here.emit(output, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: chosen.name, type: 'other' } })),
  );
}

/** A channel from its six statistics, in the order in which they are read, and its values. */
function channelOf(numbers: Float32Array): BatchNormOutput['channels'][number] {
  const [mean = 0, variance = 0, movingMean = 0, movingVariance = 0, gamma = 1, beta = 0] = numbers;
  return {
    values: histogramOf(numbers.subarray(6)),
    batch: { mean, variance },
    moving: { mean: movingMean, variance: movingVariance },
    gamma,
    beta,
  };
}

/** Every n-th row of [rows, channels], so that few enough values are left to be read. */
function thinned(values: tf.Tensor, channels: number): tf.Tensor {
  const rows = values.shape[0] ?? 0;
  const step = Math.ceil((rows * channels) / MAX_VALUES);
  return step <= 1 ? values : values.gather(tf.range(0, rows, step, 'int32'));
}

function normalizing(model: tf.LayersModel, layer: LayerChoice | undefined): tf.layers.Layer {
  const verb = 'batchNormView';
  const all = model.layers.filter((one) => one.getClassName() === 'BatchNormalization');
  const chosen = layer === undefined ? all[0] : findLayer(verb, model, layer);
  const names = listed(all.map(({ name }) => name)) || '–';
  if (!chosen) throw new TypeError(say('lab.batchNormView.none', { name: model.name }));
  const axis = chosen.getConfig()['axis'];
  const last = axis === undefined || axis === -1 || axis === outputOf(model, chosen).rank - 1;
  if (chosen.getClassName() !== 'BatchNormalization' || !last) {
    throw new TypeError(say('lab.batchNormView.type', { name: chosen.name, type: chosen.getClassName(), names }));
  }
  return chosen;
}
