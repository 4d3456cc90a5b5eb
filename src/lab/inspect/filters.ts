import type * as tf from '@tensorflow/tfjs';
import type { ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { checkOptions, oneOf, text, whole } from '../values/check-options';
import { shapeText } from '../values/describe';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { kernelsOf, type Kernels } from '../model/kernel-of';
import { pictures, pictureWidth, partsOf, type Per } from '../values/pictures';
import { floats, read } from '../values/read';
import { stage } from '../stage';

/** How `filters` draws. */
export interface FiltersOptions {
  /** A line above the grid. Default: the layer's name and the kernel's shape. */
  title?: string;
  /** `layer`: all filters share one scale and can be compared; `map`: each uses the whole scale. Default: `layer`. */
  per?: Per;
  /** The largest number of pictures. Default: 64. */
  limit?: number;
}

/**
 * Draws the kernels of a convolution layer as a grid of pictures: orange is positive, blue negative, and the middle of the
 * scale is zero. A layer with one input channel gives one picture per filter; a layer with three gives one colour picture per
 * filter, in which grey is zero; any other gives one picture per filter and input channel. A depthwise layer gives one or
 * more pictures per input channel.
 *
 * ```ts
 * filters(model, 'conv2d_1')
 * filters(model, 0, { per: 'map' })
 * ```
 *
 * @param model a built layers model
 * @param layer the layer's name, its index from 0 (−1 is the last) or the layer itself
 * @param options see `FiltersOptions`
 * @throws RangeError for an unknown layer (the message lists the layers)
 * @throws TypeError for a layer without kernels, or for an unknown option
 */
export function filters(model: tf.LayersModel, layer: LayerChoice, options: FiltersOptions = {}): void {
  const here = stage();
  checkOptions('filters', options, { title: text, per: oneOf('map', 'layer'), limit: whole(1) });
  checkModel('filters', model);
  const chosen = findLayer('filters', model, layer);
  const { per = 'layer', limit = 64 } = options;
  const kernels = kernelsOf('filters', chosen, limit);
  const title = options.title ?? `${chosen.name} ${shapeText(kernels.shape)}`;
  let slot: string | undefined;
  read(
    () => kernels.pictures,
    (values) => void here.emit(drawn(kernels, floats(values), title, per), slot),
    () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'tensor' } })),
  );
}

function drawn(
  { pictures: { shape }, count, place }: Kernels,
  values: Float32Array,
  title: string,
  per: Per,
): ImagesOutput {
  const [shown, height, width, depth] = shape;
  const channels = depth === 3 ? 3 : 1;
  const parts = partsOf(values, height * width * depth, shown);
  // Colours are around zero too: a weight of zero is grey, a slightly larger one for red is reddish.
  const images = pictures(
    parts,
    { width, height, channels },
    { scale: 'diverging', per, title: (at) => nameOf(place(at)) },
  );
  return {
    kind: 'images',
    title,
    images: channels === 3 ? images.map((image) => ({ ...image, scale: 'colour' })) : images,
    omitted: count - shown,
    width: pictureWidth(width, shown),
  };
}

function nameOf({ filter, channel }: ReturnType<Kernels['place']>): string {
  if (channel === undefined) return say('lab.filter', { filter: filter ?? 0 });
  return filter === undefined ? say('lab.channel', { channel }) : say('lab.filterChannel', { filter, channel });
}
