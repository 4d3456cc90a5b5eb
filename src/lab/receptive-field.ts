import * as tf from '@tensorflow/tfjs';
import type { UnitFields } from '../protocol';
import { say } from '../words';
import { checkOptions, text, whole, type Rules } from './check-options';
import { shapeText } from './describe';
import { effectiveField, spanOf } from './effective-field';
import { fieldsOf, imageField, type Field } from './field';
import { fieldTable } from './field-table';
import { fieldOf } from './field-axis';
import { checkModel, findLayer, type LayerChoice } from './find-layer';
import { heatOf } from './heat';
import { isTensor } from './kinds';
import { outputOf } from './layer-output';
import { numberText } from './number-text';
import { imageBatch, pictureInput, pictureOf } from './one-image';
import { floats, read } from './read';
import { stage } from './stage';

export interface ReceptiveFieldOptions {
  /** Images over which the gradient is averaged, `[h, w, c]` or `[n, h, w, c]`; noise without them. */
  images?: tf.Tensor;
  /** How many images of noise; 16 without it. */
  samples?: number;
  /** A line above the output. */
  title?: string;
}

/** A place in the output of a layer: `[row, column]`, `[row, column, channel]`, or the number of a Dense unit. */
export type UnitChoice = number | readonly number[];

const rules: Rules<ReceptiveFieldOptions> = {
  images: { test: isTensor, wanted: () => say('lab.want.images') },
  samples: whole(1),
  title: text,
};

/**
 * What a unit of a model sees of the image. The theoretical field is counted through the layers: r grows by (k − 1)·j at
 * each window, j by its stride. The effective field is measured: |∂unit/∂pixel|, summed over the channels and averaged
 * over images, before the unit's activation.
 *
 * @example
 * receptiveField(model)
 * receptiveField(model, 'conv2d_2', [5, 5])
 * receptiveField(model, -1, 3, { images: data.test.images.slice(0, 50) })
 *
 * @param model a built layers model with one input `[h, w, c]`
 * @param layer a layer's name, index or itself; without it a table of the fields of all layers
 * @param unit `[row, column]` (all channels together), `[row, column, channel]`, or the index of a Dense unit; without
 *   it the one in the middle
 * @param options `images` or `samples` of noise, `title`
 * @throws RangeError for an unknown layer or a unit that the layer does not have
 * @throws TypeError for a layer whose way of looking is not known, such as a recurrent one
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
  const [rows, columns] = field.axes;
  const spatial = field.shape.length === 3;
  const frame = [fieldOf(rows, place[0]), fieldOf(columns, spatial ? (place[1] ?? 0) : 0)] as const;
  const title = options.title ?? say('lab.receptiveField.title', { name: chosen.name, unit: place.join(', ') });

  const pixels = height * width;
  let slot: string | undefined;
  read(
    () => {
      const images = batch?.tensor() ?? tf.randomNormal([options.samples ?? 16, height, width, channels]);
      const parts = effectiveField(at, input, images, place);
      const first = tf.slice(images, [0, 0, 0, 0], [1, -1, -1, -1]);
      return tf.concat([...parts, first].map((part) => part.flatten()));
    },
    (values) => {
      const all = floats(values);
      const heat = all.slice(0, pixels);
      const size: [number, number] = [height, width];
      const fields: UnitFields = {
        rows: { ...rows },
        columns: { ...columns },
        chosen: [place[0], spatial ? (place[1] ?? 0) : 0],
      };
      slot = here.emit(
        {
          kind: 'overlay',
          title,
          ...(batch && { image: pictureOf(all.slice(2 * pixels), [1, height, width, channels]) }),
          height,
          width,
          heats: [heatOf(say('lab.receptiveField.heat'), heat, size)],
          facts: [
            theoryWords(frame, field),
            effectWords(all.subarray(pixels, 2 * pixels), seen(frame[0], height) * seen(frame[1], width)),
          ],
          fields,
        },
        slot,
      );
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'other' } })),
  );
}

type Span = ReturnType<typeof fieldOf>;

function theoryWords([rows, columns]: readonly [Span, Span], { axes }: Field): string {
  return say('lab.receptiveField.theory', {
    height: rows.size,
    width: columns.size,
    rows: spanText(rows),
    columns: spanText(columns),
    jump: axes[0].jump === axes[1].jump ? numberText(axes[0].jump, 3) : axes.map(({ jump }) => numberText(jump, 3)).join(' × '), // prettier-ignore
  });
}

function effectWords(energy: Float32Array, area: number): string {
  const count = spanOf(energy, 0.95);
  if (count === 0) return say('lab.receptiveField.silent');
  return say('lab.receptiveField.effect', {
    count,
    share: numberText((count / area) * 100, 0),
    side: numberText(Math.sqrt(count), 1),
  });
}

function spanText({ start, size }: Span): string {
  return `${start} … ${start + size - 1}`.replaceAll('-', '−');
}

/** Pixels of a span that lie inside the image. */
function seen({ start, size }: Span, length: number): number {
  return Math.max(0, Math.min(length, start + size) - Math.max(0, start));
}

/** The unit that a reader means, as indices of the layer's output; the middle one without a word. */
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
