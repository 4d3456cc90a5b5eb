import * as tf from '@tensorflow/tfjs';
import type { ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { checkOptions, oneOf, text, whole } from '../values/check-options';
import { shapeText } from '../values/describe';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { usesOf, type Use } from '../model/graph';
import { inputShape } from '../model/input-shape';
import { pictures, pictureWidth, planesOf, stepFor, type Per } from '../values/pictures';
import { minMax, scaleOf } from '../values/range';
import { floats, read, sampled } from '../values/read';
import { stage, type Stage } from '../stage';

/** How `featureMaps` draws. */
export interface FeatureMapsOptions {
  /** `map`: each map uses the whole scale; `layer`: the maps of a layer share one and can be compared. Default: `map`. */
  per?: Per;
  /** The largest number of maps of a layer. Default: 64. */
  limit?: number;
  /** A line above the maps. Default: the layer's name and the shape of its output. */
  title?: string;
}

/** The types of layers that are drawn when no layer is named. */
const WORTH = /Conv|Pooling|Activation|ReLU|ELU|Softmax/;

/**
 * Draws what the layers of a model make of an image: one grid per layer, one picture per channel. Black is zero and white the
 * largest value; if a layer has negative values, blue is negative and orange positive.
 *
 * ```ts
 * featureMaps(model, digits.test.images.slice([0], [1]))
 * featureMaps(model, photo, 'conv2d_2', { per: 'layer' })
 * ```
 *
 * @param model a built layers model with one input
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training
 * @param layer a layer's name, its index from 0 (−1 is the last) or the layer itself. Default: every convolution, pooling and
 *   activation layer whose output is `[1, h, w, c]`
 * @param options see `FeatureMapsOptions`
 * @throws RangeError for an unknown layer (the message lists the layers), or for an image whose shape the model does not take
 * @throws TypeError for a model with several inputs, for a layer whose output is not `[1, h, w, c]`, or for an unknown option
 */
export function featureMaps(
  model: tf.LayersModel,
  image: tf.Tensor,
  layer?: LayerChoice,
  options: FeatureMapsOptions = {},
): void {
  const here = stage();
  checkOptions('featureMaps', options, { per: oneOf('map', 'layer'), limit: whole(1), title: text });
  checkModel('featureMaps', model);
  const input = inputShape('featureMaps', model, image);
  const uses = usesFor(model, layer);
  const outputs = uses.flatMap((use) => use.outputs.slice(0, 1));

  const made = tf.tidy(() => {
    // It must not be disposed, because its layers are the reader's. The name keeps tfjs from numbering the reader's next model.
    const part = tf.model({ inputs: model.inputs, outputs, name: 'feature_maps' });
    const result = part.predict(tf.cast(tf.reshape(image, input), 'float32'));
    return Array.isArray(result) ? result : [result];
  });
  try {
    made.forEach((maps, at) => {
      const use = uses[at];
      if (use) emitMaps(maps, titleOf(use, maps.shape), options, here);
    });
  } finally {
    tf.dispose(made);
  }
}

function usesFor(model: tf.LayersModel, layer: LayerChoice | undefined): Use[] {
  const uses = usesOf(model);
  const areMaps = ({ outputs }: Use): boolean => outputs[0]?.shape.length === 4;
  if (layer === undefined) {
    const shown = uses.filter((use) => areMaps(use) && WORTH.test(use.layer.getClassName()));
    if (shown.length === 0) throw new TypeError(say('lab.featureMaps.none', { name: model.name }));
    return shown;
  }
  const chosen = findLayer('featureMaps', model, layer);
  const own = uses.filter((use) => use.layer === chosen);
  if (!own.every(areMaps)) {
    const shape = shapeText(own[0]?.outputs[0]?.shape ?? []);
    throw new TypeError(say('lab.featureMaps.rank', { name: chosen.name, shape }));
  }
  return own;
}

function titleOf({ layer, nth, of }: Use, [, ...shape]: number[]): string {
  return `${layer.name}${of > 1 ? ` (${nth + 1}/${of})` : ''} ${shapeText(shape)}`;
}

function emitMaps(maps: tf.Tensor, title: string, options: FeatureMapsOptions, here: Stage): void {
  const [, fullHeight = 0, fullWidth = 0, channels = 0] = maps.shape;
  const { per = 'map', limit = 64 } = options;
  const shown = Math.min(limit, channels);
  const step = stepFor(fullHeight * fullWidth * shown);
  const height = Math.ceil(fullHeight / step);
  const width = Math.ceil(fullWidth / step);
  const remark = step > 1 ? ` (${say('lab.sampled', { step })})` : '';
  let slot: string | undefined;
  read(
    () => sampled(tf.slice(maps, [0, 0, 0, 0], [1, -1, -1, shown]), height, width),
    (values) => {
      const planes = planesOf(floats(values), height * width, shown);
      const scale = scaleOf(minMax(floats(values)), 'grey');
      const shape = { width, height, channels: 1 } as const;
      const images = pictures(planes, shape, {
        scale,
        per,
        kind: 'map',
        title: (at) => say('lab.channel', { channel: at }),
      });
      const output: ImagesOutput = {
        kind: 'images',
        title: `${options.title ?? title}${remark}`,
        images,
        omitted: channels - shown,
        width: pictureWidth(fullWidth, shown),
      };
      slot = here.give(output, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'tensor' } })),
  );
}
