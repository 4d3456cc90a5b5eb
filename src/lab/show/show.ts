import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions } from '../values/check-options';
import { describe } from '../values/describe';
import { isModel, isTensor } from '../values/kinds';
import { numbersIn } from '../values/number-lists';
import { showRules, type ShowOptions } from './show-options';
import { showTensor } from './show-tensor';
import { stage } from '../stage';
import { summaryOf } from '../model/summary';
import { isTabular, rowsOf, tableOf } from './table';
import { treeOf } from './tree';

/**
 * Shows any value below the cell in the form that suits it:
 *
 * - a number, text, list or object as a tree to unfold; a list of objects with the same keys as a table;
 * - a tensor by its shape: `[]` as a number; `[n]` and `[rows, columns]` as a heat map with its values (a matrix larger than
 *   32 × 32 as a picture); `[h, w, 1]`, `[h, w, 3]` and `[h, w, 4]` as an image; `[n, h, w, 1]` and `[n, h, w, 3]` as a batch
 *   of images; any other `[h, w, c]` or `[1, h, w, c]` as one map per channel;
 * - a layers model as its summary: layers, output shapes, parameters.
 *
 * A large value is shown in part, with a note of what was left out. Of a tensor only the part that is shown is read.
 *
 * ```ts
 * show(tf.randomNormal([5, 5]), { title: 'noise' })
 * show(batch.images, { width: 56 })
 * ```
 *
 * @param value anything
 * @param options see `ShowOptions`
 * @throws TypeError for an unknown option, or if the value cannot be drawn in the form that `as` asks for
 * @throws Error for a tensor that was disposed
 */
export function show(value: unknown, options: ShowOptions = {}): void {
  const here = stage();
  checkOptions('show', options, showRules);
  const { as, title, digits } = options;
  const named = title === undefined ? {} : { title };

  if (isTensor(value)) return showTensor(value, options, here);
  if (isModel(value) && as === undefined) return void here.emit(summaryOf(value));
  if (as === 'heat-map' || as === 'image' || as === 'images') {
    const tensor = tensorOf(value, as);
    try {
      return showTensor(tensor, { ...options, title: title ?? '' }, here);
    } finally {
      tensor.dispose();
    }
  }
  if (as === 'table') {
    const table = rowsOf(value);
    if (!table) throw new TypeError(say('lab.show.value', { as, value: describe(value) }));
    return void here.emit(tableOf(table.rows, table.of, options));
  }
  if (as === undefined && isTabular(value)) return void here.emit(tableOf(value.slice(0, 200), value.length, options));
  here.emit({ kind: 'tree', ...named, root: treeOf(value, digits) });
}

/** Numbers in nested lists or a typed array as a tensor. */
function tensorOf(value: unknown, as: string): tf.Tensor {
  const numbers = numbersIn(value);
  if (!numbers) throw new TypeError(say('lab.show.value', { as, value: describe(value) }));
  return tf.tensor(numbers.values, numbers.shape);
}
