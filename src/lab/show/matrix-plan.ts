import * as tf from '@tensorflow/tfjs';
import type { HeatMapOutput } from '../../protocol';
import { roundTo, shortest } from '../values/number-text';
import { minMax, rangeFor, scaleOf } from '../values/range';
import { floats } from '../values/read';
import type { Plan, ShowOptions } from './show-options';
import { tableOf } from './table';
import { WRITTEN, type Form } from './tensor-form';

/** Limits for a table on the page. */
const TABLE_ROWS = 200;
const TABLE_COLUMNS = 50;
type MatrixForm = Extract<Form, { rows: number }>;

function corner(tensor: tf.Tensor, form: MatrixForm, rows: number, columns: number): tf.Tensor {
  return tf.slice(tf.reshape(tensor, [form.rows, form.columns]), [0, 0], [rows, columns]);
}

/** Plans a heat map of a matrix, or of its top left corner, with the numbers written in. */
export function heatMapPlan(tensor: tf.Tensor, form: MatrixForm, options: ShowOptions): Plan {
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

/** Plans a table of a matrix, or of its top left corner. */
export function tablePlan(tensor: tf.Tensor, form: MatrixForm, options: ShowOptions): Plan {
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
