import * as tf from '@tensorflow/tfjs';
import type { HeatMapOutput, ImagesOutput, Output, Scale } from '../protocol';
import { say } from '../words';
import { shapeText, tensorText } from './describe';
import { roundTo, shortest } from './number-text';
import { partsOf, pictures, pictureWidth, planesOf, stepFor } from './pictures';
import { minMax, rangeFor, scaleOf } from './range';
import { checkAlive, floats, read, sampled, type TensorValues } from './read';
import type { ShowOptions } from './show-options';
import type { Stage } from './stage';
import { tableOf } from './table';
import { formOf, WRITTEN, type Form } from './tensor-form';
import { tensorTree, treePart } from './tensor-tree';

/** Pictures of one batch or stack of maps that are drawn. */
const PICTURES = 64;
const TABLE_ROWS = 200;
const TABLE_COLUMNS = 50;

type MatrixForm = Extract<Form, { rows: number }>;
type PictureForm = Extract<Form, { height: number }>;
/** The part of a tensor that is read, and what becomes of its values. */
interface Plan {
  part(): tf.Tensor;
  output(values: TensorValues): Output;
}

/** Shows a tensor by its shape; reads no more of it than is drawn. */
export function showTensor(tensor: tf.Tensor, options: ShowOptions, stage: Stage): void {
  checkAlive('show', tensor);
  const plain = tensor.dtype === 'string' || tensor.dtype === 'complex64';
  const form = formOf(tensor.shape, plain ? 'tree' : options.as);
  if (!form) throw new TypeError(say('lab.show.as', { as: options.as ?? '', shape: shapeText(tensor.shape) }));
  const title = options.title ?? tensorText(tensor);
  const { part, output } = planFor(tensor, form, { ...options, title });
  let slot: string | undefined;
  read(
    part,
    (values) => void stage.emit(output(values), slot),
    () => (slot = stage.emit({ kind: 'tree', root: { text: tensorText(tensor), type: 'tensor' } })),
  );
}

function planFor(tensor: tf.Tensor, form: Form, options: ShowOptions): Plan {
  switch (form.as) {
    case 'number':
    case 'tree':
      return { part: () => treePart(tensor), output: (values) => tensorTree(tensor, values, options) };
    case 'table':
      return tablePlan(tensor, form, options);
    case 'heat-map':
      return heatMapPlan(tensor, form, options);
    case 'image':
    case 'batch':
    case 'maps':
      return picturePlan(tensor, form, options);
  }
}

function corner(tensor: tf.Tensor, form: MatrixForm, rows: number, columns: number): tf.Tensor {
  return tf.slice(tf.reshape(tensor, [form.rows, form.columns]), [0, 0], [rows, columns]);
}

function heatMapPlan(tensor: tf.Tensor, form: MatrixForm, options: ShowOptions): Plan {
  const rows = Math.min(form.rows, WRITTEN);
  const columns = Math.min(form.columns, form.rows === 1 ? 2 * WRITTEN : WRITTEN);
  return {
    part: () => corner(tensor, form, rows, columns),
    output(values): HeatMapOutput {
      const { digits } = options;
      const numbers = digits === undefined ? floats(values) : floats(values).map((value) => roundTo(value, digits));
      const bounds = minMax(numbers);
      const wanted = options.scale ?? scaleOf(bounds, 'sequential');
      const scale = wanted === 'diverging' ? 'diverging' : 'sequential';
      return {
        kind: 'heat-map',
        ...(options.title !== '' && options.title !== undefined && { title: options.title }),
        rows,
        columns,
        values: numbers,
        scale,
        range: options.range ?? rangeFor(scale, bounds),
        ...((rows < form.rows || columns < form.columns) && { of: [form.rows, form.columns] }),
      };
    },
  };
}

function tablePlan(tensor: tf.Tensor, form: MatrixForm, options: ShowOptions): Plan {
  const rows = Math.min(form.rows, TABLE_ROWS);
  const columns = Math.min(form.columns, TABLE_COLUMNS);
  return {
    part: () => corner(tensor, form, rows, columns),
    output(values) {
      const numbers = Array.from(floats(values), shortest);
      const line = (row: number): [string, number | undefined][] =>
        Array.from({ length: columns }, (_, column) => [String(column), numbers[row * columns + column]]);
      const lines = Array.from({ length: rows }, (_, row) => Object.fromEntries(line(row)));
      return tableOf(lines, form.rows, options);
    },
  };
}

function picturePlan(tensor: tf.Tensor, form: PictureForm, options: ShowOptions): Plan {
  const maps = form.as === 'maps';
  const count = Math.min(form.count, maps ? Math.min(form.channels, PICTURES) : PICTURES);
  const depth = maps ? count : form.channels;
  const step = stepFor(form.height * form.width * depth * (maps ? 1 : count));
  const height = Math.ceil(form.height / step);
  const width = Math.ceil(form.width / step);
  const many = maps ? 1 : count;
  return {
    part() {
      const all = tf.reshape(tensor, [-1, form.height, form.width, form.channels]);
      const some = tf.slice(all, [0, 0, 0, 0], [many, -1, -1, depth]);
      return sampled(some, height, width);
    },
    output(values): ImagesOutput {
      const numbers = floats(values);
      const channels = maps || form.channels === 1 ? 1 : form.channels === 3 ? 3 : 4;
      const planes = maps ? planesOf(numbers, height * width, count) : partsOf(numbers, height * width * depth, count);
      const scale: Scale = options.scale ?? (channels === 1 ? scaleOf(minMax(numbers), 'grey') : 'colour');
      const look = { scale, per: 'layer' as const, range: options.range };
      const title = `${options.title ?? ''}${step > 1 ? ` (${say('lab.sampled', { step })})` : ''}`.trim();
      return {
        kind: 'images',
        ...(title !== '' && { title }),
        images: pictures(planes, { width, height, channels }, count === 1 ? look : { ...look, title: String }),
        omitted: form.count - count,
        width: options.width ?? pictureWidth(form.width, count),
      };
    },
  };
}
