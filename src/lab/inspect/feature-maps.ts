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

export interface FeatureMapsOptions {
  /** `map` (the default): each map uses the whole scale; `layer`: the maps of a layer share one and can be compared. */
  per?: Per;
  /** How many maps of a layer at most; 64 without it. */
  limit?: number;
  /** A line above the maps; without it the layer's name and the shape of its output. */
  title?: string;
}

/** Layers whose maps are worth a look when no layer is named. */
const WORTH = /Conv|Pooling|Activation|ReLU|ELU|Softmax/;

/**
 * Draws what the layers of a model make of an image: one grid per layer, one picture per channel. Black is zero and
 * white the largest value; where there are negative values, blue is negative, orange positive.
 *
 * @example
 * featureMaps(model, digits.test.images.slice([0], [1]))
 * featureMaps(model, photo, 'conv2d_2', { per: 'layer' })
 *
 * @param model a built layers model with one input
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, in the scale that the model was trained on
 * @param layer a layer's name, its index from 0, or the layer itself; without it all convolution, pooling and
 *   activation layers whose output is `[1, h, w, c]`
 * @param options `per`, `limit`, `title`
 * @throws RangeError for an unknown layer (the message lists those there are) or an image of another shape than the
 *   model takes
 * @throws TypeError for a model with several inputs, or a layer whose output is no stack of maps
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
    // Its layers are the reader's: it is dropped, never disposed. A name of its own leaves tfjs's counting alone.
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
  const [height, width] = [Math.ceil(fullHeight / step), Math.ceil(fullWidth / step)];
  const remark = step > 1 ? ` (${say('lab.sampled', { step })})` : '';
  let slot: string | undefined;
  read(
    () => sampled(tf.slice(maps, [0, 0, 0, 0], [1, -1, -1, shown]), height, width),
    (values) => {
      const planes = planesOf(floats(values), height * width, shown);
      const scale = scaleOf(minMax(floats(values)), 'grey');
      const shape = { width, height, channels: 1 } as const;
      const images = pictures(planes, shape, { scale, per, title: (at) => say('lab.channel', { channel: at }) });
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
