import * as tf from '@tensorflow/tfjs';
import type { Look, Moments, ReplayView } from '../../protocol';
import { say } from '../../words';
import { shapeText } from '../values/describe';
import { findLayer, type LayerChoice } from '../model/find-layer';
import { valueOf } from '../model/forward';
import { usesOf } from '../model/graph';
import { histogramOf } from '../values/histogram';
import { inputShape } from '../model/input-shape';
import { kernelsOf } from '../model/kernel-of';
import { pictureWidth } from '../values/pictures';
import { aroundZero, minMax, scaleOf, type Range } from '../values/range';
import { sampled } from '../values/read';
import type { Watch } from './watch-options';

/** Limit for the values of one view in one moment: sixty moments stay below 4 MB. */
const MAX_VALUES = 16_384;
/** Default limit for the pictures of one view. */
const PICTURES = 16;
/** How many blocks are read of a tensor that is too large to be read whole. */
const BLOCKS = 32;
/** Values in one block. */
const BLOCK_VALUES = 32_768;
/** Limit for the values that are counted in a histogram. */
const COUNTED_VALUES = 32_768;
const verb = 'trainingView';

/** Looks at one thing while a model trains. */
export interface Watcher {
  /** Name of the variable whose gradient it needs, if any. */
  gradient?: string;
  /** What to read now, [n]; undefined if there is nothing yet. Call it in a tidy. */
  tensor(gradients: ReadonlyMap<string, tf.Tensor>): tf.Tensor | undefined;
  /** What a moment keeps of the values read. */
  keep(values: Float32Array): Look | null;
  /** How to draw all moments so far. */
  view(): ReplayView;
}

/**
 * The watcher for what a reader wants to see.
 * @throws RangeError for an unknown layer, or for an image whose shape the model does not take
 * @throws TypeError for a layer without kernels, maps or trainable weights
 */
export function watcherOf(model: tf.LayersModel, watch: Watch): Watcher {
  if ('filters' in watch) return filterWatcher(layerOf(model, watch.filters), watch.limit ?? PICTURES);
  if ('featureMaps' in watch) return mapWatcher(model, watch);
  const of = 'weights' in watch ? 'weights' : 'gradients';
  const layer = layerOf(model, 'weights' in watch ? watch.weights : watch.gradients);
  return spreadWatcher(layer, of);
}

/**
 * The layer that a reader chose. A Sequential gives its callbacks the functional model inside it, called `NAME_model`. That has
 * one more layer, its input, which the reader's index does not count.
 */
function layerOf(model: tf.LayersModel, layer: LayerChoice): tf.layers.Layer {
  const inside = model.name.endsWith('_model') && model.layers[0]?.getClassName() === 'InputLayer';
  return findLayer(verb, model, inside && typeof layer === 'number' && layer >= 0 ? layer + 1 : layer);
}

function filterWatcher(layer: tf.layers.Layer, limit: number): Watcher {
  const kernels = kernelsOf(verb, layer, limit);
  const [count, height, width, depth] = kernels.pictures.shape;
  const { shape } = kernels;
  kernels.pictures.dispose();
  const fits = Math.max(1, Math.min(count, Math.floor(MAX_VALUES / (height * width * depth))));
  const names = Array.from({ length: fits }, (_, at) => {
    const { filter = 0, channel } = kernels.place(at);
    return channel === undefined ? say('lab.filter', { filter }) : say('lab.filterChannel', { filter, channel });
  });
  return pictureWatcher(
    {
      title: say('lab.watch.filters', { name: layer.name, shape: shapeText(shape) }),
      names,
      width,
      height,
      channels: depth === 3 ? 3 : 1,
      omitted: kernels.count - fits,
      size: pictureWidth(width, fits),
    },
    'weights',
    () => kernelsOf(verb, layer, fits).pictures,
  );
}

function mapWatcher(
  model: tf.LayersModel,
  { featureMaps, of, limit = PICTURES }: Extract<Watch, { of: unknown }>,
): Watcher {
  const layer = layerOf(model, featureMaps);
  const shape = inputShape(verb, model, of);
  const [input] = model.inputs;
  const output = usesOf(model).find((use) => use.layer === layer)?.outputs[0];
  if (!input || output?.shape.length !== 4) {
    throw new TypeError(say('lab.featureMaps.rank', { name: layer.name, shape: shapeText(output?.shape ?? []) }));
  }
  const maps = (): tf.Tensor => valueOf(output, [{ at: input, value: of.cast('float32').reshape(shape) }]);
  const [, height = 1, width = 1, channels = 1] = tf.tidy(() => maps().shape);
  const shown = Math.min(limit, channels);
  const step = Math.max(1, Math.ceil(Math.sqrt((height * width * shown) / MAX_VALUES)));
  const rows = Math.ceil(height / step);
  const columns = Math.ceil(width / step);
  return pictureWatcher(
    {
      title: say('lab.watch.featureMaps', { name: layer.name, shape: shapeText([height, width, channels]) }),
      names: Array.from({ length: shown }, (_, channel) => say('lab.channel', { channel })),
      width: columns,
      height: rows,
      channels: 1,
      omitted: channels - shown,
      size: pictureWidth(width, shown),
    },
    'amounts',
    () => sampled(maps().slice([0, 0, 0, 0], [1, -1, -1, shown]), rows, columns).transpose([0, 3, 1, 2]),
  );
}

type Pictures = Extract<ReplayView, { as: 'pictures' }>;

function pictureWatcher(
  fixed: Omit<Pictures, 'as' | 'scale' | 'range'>,
  of: 'weights' | 'amounts',
  make: () => tf.Tensor,
): Watcher {
  const seen = growing();
  return {
    tensor: () => make().flatten(),
    keep(values) {
      seen.add(minMax(values));
      return { values };
    },
    view() {
      const range = seen.range();
      const scale = of === 'weights' ? 'diverging' : scaleOf(range, 'grey');
      // Colours are around zero too: a weight of zero is grey.
      const ends: Range = scale === 'diverging' ? aroundZero(range) : [0, range[1] || 1];
      return { as: 'pictures', ...fixed, scale: fixed.channels === 3 ? 'colour' : scale, range: ends };
    },
  };
}

function spreadWatcher(layer: tf.layers.Layer, of: 'weights' | 'gradients'): Watcher {
  const [variable] = layer.getWeights();
  const trained = layer.trainableWeights.length > 0 && variable instanceof tf.Variable;
  if (!variable || (of === 'gradients' && !trained))
    throw new TypeError(say('lab.watch.weightless', { name: layer.name, type: layer.getClassName() }));
  const name = variable instanceof tf.Variable ? variable.name : '';
  const seen = growing();
  const wanted = of === 'gradients' ? { gradient: name } : {};
  return {
    ...wanted,
    tensor(gradients) {
      const tensor = of === 'weights' ? layer.getWeights()[0] : gradients.get(name);
      return tensor && someOf(tensor);
    },
    keep(all) {
      if (all.length === 0) return null;
      const values = thinned(all);
      const spread = histogramOf(values);
      seen.add([spread.low, spread.high]);
      return { spread, moments: momentsOf(values) };
    },
    view: () => ({
      as: 'histogram',
      title: say(`lab.watch.${of}`, { name: layer.name, shape: shapeText(variable.shape) }),
      range: seen.range(),
    }),
  };
}

/** A tensor, or evenly spaced blocks of a very large one. A smaller one is read faster whole than in blocks. */
function someOf(tensor: tf.Tensor): tf.Tensor1D {
  const values = tensor.as1D();
  if (values.size <= BLOCKS * BLOCK_VALUES) return values;
  const apart = Math.floor((values.size - BLOCK_VALUES) / (BLOCKS - 1));
  return tf.concat1d(Array.from({ length: BLOCKS }, (_, at) => values.slice(at * apart, BLOCK_VALUES)));
}

/** Every n-th value, so that few enough are left to be counted. Their distribution is the same. */
function thinned(values: Float32Array): Float32Array {
  const step = Math.ceil(values.length / COUNTED_VALUES);
  if (step <= 1) return values;
  return Float32Array.from({ length: Math.floor(values.length / step) }, (_, at) => values[at * step] ?? NaN);
}

function momentsOf(values: Float32Array): Moments {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, variance: squares / values.length };
}

/** The range of everything that was added so far. */
function growing(): { add(range: Range): void; range(): Range } {
  let range: Range | undefined;
  return {
    add: ([low, high]) => (range = range ? [Math.min(range[0], low), Math.max(range[1], high)] : [low, high]),
    range: () => range ?? [0, 0],
  };
}
