import * as tf from '@tensorflow/tfjs';
import type { ImagesOutput } from '../protocol';
import { say } from '../words';
import { checkOptions, oneOf, text, whole } from './check-options';
import { checkModel, findLayer, type LayerChoice } from './find-layer';
import { kernelsOf } from './kernel-of';
import { pictures, pictureWidth, planesOf, type Per } from './pictures';
import { floats, read } from './read';
import { stage } from './stage';

export interface FiltersOptions {
  /** A line above the grid; without it the layer's name and the kernel's shape. */
  title?: string;
  /** `layer` (the default): one scale for all, so that filters can be compared; `map`: each uses the whole scale. */
  per?: Per;
  /** How many pictures at most; 64 without it. */
  limit?: number;
}

/**
 * Draws the kernels of a convolution layer as a grid of pictures; red is positive, blue negative, the middle is zero.
 * A layer with one input channel gives one picture per filter, one with three gives colour patches (grey is zero), any
 * other gives one picture per input channel and filter. Depthwise layers have one or more per input channel.
 *
 * @example
 * filters(model, 'conv2d_1')
 * filters(model, 0, { per: 'map' })
 *
 * @param model a built layers model
 * @param layer its name, its index from 0 (−1 is the last), or the layer itself
 * @param options `title`, `per`, `limit`
 * @throws RangeError for an unknown layer (the message lists those there are)
 * @throws TypeError for a layer without kernels or an unknown option
 */
export function filters(model: tf.LayersModel, layer: LayerChoice, options: FiltersOptions = {}): void {
  const here = stage();
  checkOptions('filters', options, { title: text, per: oneOf('map', 'layer'), limit: whole(1) });
  checkModel('filters', model);
  const chosen = findLayer('filters', model, layer);
  const { per = 'layer', limit = 64 } = options;

  // Dimensions first: the tensors are made, read and gone inside `read`.
  const { shape, depthwise } = tf.tidy(() => {
    const { weights, depthwise } = kernelsOf('filters', chosen);
    return { shape: weights.shape, depthwise };
  });
  const [height, width, channels, count] = shape;
  const colour = channels === 3 && !depthwise;
  const all = colour ? count : channels * count;
  const shown = Math.min(limit, all);
  const title = options.title ?? `${chosen.name} [${shape.join(', ')}]`;
  let slot: string | undefined;

  read(
    () => {
      const { weights } = kernelsOf('filters', chosen);
      // Filter by filter (or, depthwise, channel by channel), and no more of them than are drawn.
      if (colour) return weights.slice([0, 0, 0, 0], [-1, -1, -1, shown]).transpose([3, 0, 1, 2]);
      const [planes, order] = depthwise ? [count, [2, 3, 0, 1]] : [channels, [3, 2, 0, 1]];
      const most = Math.ceil(shown / planes);
      const some = depthwise ? [-1, -1, most, -1] : [-1, -1, -1, most];
      return weights
        .slice([0, 0, 0, 0], some)
        .transpose(order)
        .reshape([-1, height * width])
        .slice([0, 0], [shown, -1]);
    },
    (values) => {
      const depth = colour ? 3 : 1;
      const planes = planesOf(floats(values), height * width * depth * shown, 1)[0] ?? new Float32Array();
      const each = Array.from({ length: shown }, (_, at) =>
        planes.slice(at * height * width * depth, (at + 1) * height * width * depth),
      );
      const output: ImagesOutput = {
        kind: 'images',
        title,
        images: pictures(
          each,
          { width, height, channels: colour ? 3 : 1 },
          { scale: 'diverging', per, title: (at) => nameOf(at, { channels, count, depthwise, colour }) },
        ),
        omitted: all - shown,
        width: pictureWidth(width, shown),
      };
      if (colour) for (const image of output.images) image.scale = 'colour';
      slot = here.emit(output, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'tensor' } })),
  );
}

function nameOf(at: number, of: { channels: number; count: number; depthwise: boolean; colour: boolean }): string {
  if (of.colour || (of.channels === 1 && !of.depthwise)) return say('lab.filter', { filter: at });
  const planes = of.depthwise ? of.count : of.channels;
  const [outer, inner] = [Math.floor(at / planes), at % planes];
  if (of.depthwise) return of.count === 1 ? say('lab.channel', { channel: outer }) : depthwiseName(outer, inner);
  return say('lab.filterChannel', { filter: outer, channel: inner });
}

function depthwiseName(channel: number, filter: number): string {
  return say('lab.filterChannel', { filter, channel });
}
