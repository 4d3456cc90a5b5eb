import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, text, whole, type Rules } from '../values/check-options';
import { shapeText } from '../values/describe';
import { fieldsOf, imageField, type Field } from './field';
import { fieldTable } from './field-table';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { isTensor } from '../values/kinds';
import { outputOf } from '../model/layer-output';
import { imageBatch, pictureInput } from '../model/one-image';
import { stage } from '../stage';
import { showUnit } from './unit-field';

/** Over which images `receptiveField` measures. */
export interface ReceptiveFieldOptions {
  /** Images over which the gradient is averaged, `[h, w, c]` or `[n, h, w, c]`. Default: noise. */
  images?: tf.Tensor;
  /** The number of images of noise. Default: 16. */
  samples?: number;
  /** A line above the output. Default: the layer and the unit. */
  title?: string;
}

/** A unit of a layer: `[row, column]` (the sum of its channels), `[row, column, channel]`, or the index of a Dense unit. */
export type UnitChoice = number | readonly number[];

const rules: Rules<ReceptiveFieldOptions> = {
  images: { test: isTensor, wanted: () => say('lab.want.images') },
  samples: whole(1),
  title: text,
};

/**
 * Shows which pixels a unit of a model depends on. The theoretical field follows from the layers: at each window its size
 * grows by (k − 1) · j and the jump j is multiplied by the stride. The effective field is measured: |∂unit/∂pixel|, taken
 * before the unit's activation, summed over the channels and averaged over images.
 *
 * ```ts
 * receptiveField(model)
 * receptiveField(model, 'conv2d_2', [5, 5])
 * receptiveField(model, -1, 3, { images: data.test.images.slice(0, 50) })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]`
 * @param layer a layer's name, its index from 0 (−1 is the last) or the layer itself; without it, a table of the fields of all
 *   layers
 * @param unit `[row, column]` (the sum of all channels), `[row, column, channel]`, or the index of a Dense unit. Default: the
 *   unit in the middle
 * @param options see `ReceptiveFieldOptions`
 * @throws RangeError for an unknown layer, or for a unit that the layer does not have
 * @throws TypeError for a layer whose field is not known, such as a recurrent one, or for an unknown option
 * @see Araujo, Norris, Sim, Distill 2019, doi 10.23915/distill.00021; Luo et al., Understanding the effective receptive
 *   field, arXiv 1701.04128
 */
export function receptiveField(
  model: tf.LayersModel,
  layer?: LayerChoice,
  unit?: UnitChoice,
  options: ReceptiveFieldOptions = {},
): void {
  const here = stage();
  const verb = 'receptiveField';
  checkOptions(verb, options, rules);
  checkModel(verb, model);
  const input = pictureInput(verb, model);
  const batch = options.images === undefined ? undefined : imageBatch(verb, input, options.images);
  const shape = batch?.shape.slice(1) ?? input.shape.slice(1);
  const [height, width, channels] = shape;
  if (!height || !width || !channels) throw new RangeError(say('lab.receptiveField.size', { shape: shapeText(shape) }));
  const known = [[input, imageField([height, width, channels])]] as const;
  const lengths = [height, width] as const;
  if (layer === undefined) return void here.emit(fieldTable(verb, model, known, lengths, options.title));

  const chosen = findLayer(verb, model, layer);
  const at = outputOf(model, chosen);
  const field = fieldsOf(verb, at, known, lengths);
  const place = placeOf(chosen.name, field, unit);
  const title = options.title ?? say('lab.receptiveField.title', { name: chosen.name, unit: place.join(', ') });
  const images = (): tf.Tensor => batch?.tensor() ?? tf.randomNormal([options.samples ?? 16, height, width, channels]);
  showUnit(here, {
    title,
    at,
    input,
    field,
    place,
    shape: [1, height, width, channels],
    images,
    drawn: batch !== undefined,
  });
}

/** The unit that a reader chose, as indices of the layer's output. Default: the one in the middle. */
function placeOf(name: string, { shape }: Field, unit: UnitChoice | undefined): [number, ...number[]] {
  const wanted = unit === undefined ? middle(shape) : [unit].flat();
  const fits =
    (shape.length === 3 ? wanted.length === 2 || wanted.length === 3 : wanted.length === shape.length) &&
    wanted.every((index, axis) => Number.isInteger(index) && index >= 0 && index < (shape[axis] ?? 0));
  const [first, ...others] = wanted;
  if (fits && first !== undefined) return [first, ...others];
  throw new RangeError(say('lab.receptiveField.unit', { name, shape: shapeText(shape), unit: shapeText(wanted) }));
}

function middle(shape: readonly number[]): number[] {
  return shape.length === 3 ? shape.slice(0, 2).map((size) => Math.floor(size / 2)) : shape.map(() => 0);
}
