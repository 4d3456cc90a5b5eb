import type * as tf from '@tensorflow/tfjs';
import type { Box, Heat } from '../../protocol';
import { attempt } from '../values/attempt';
import { fieldsOf, imageField } from './field';
import type { OneImage } from '../model/one-image';
import { aroundZero, minMax } from '../values/range';

/** A layer of heat. Default for `box`: the whole image, with one value for each pixel. */
export function heatOf(name: string, values: Float32Array, [rows, columns]: [number, number], box?: Box): Heat {
  const [low, high] = minMax(values);
  const whole = { top: 0, left: 0, height: rows, width: columns };
  const range: Heat['range'] = low < 0 ? aroundZero([low, high]) : [0, high || 1];
  return { name, rows, columns, values, range, box: box ?? whole };
}

/**
 * Where to draw the map of a layer on the image: each unit covers one step around the middle of its receptive field. If that is
 * not known, the map is stretched over the whole image, as is usual.
 */
export function boxOf(at: tf.SymbolicTensor, { input, shape: [, height, width, channels] }: OneImage): Box {
  const whole = { top: 0, left: 0, height, width };
  const field = attempt(
    () => fieldsOf('', at, [[input, imageField([height, width, channels])]], [height, width]),
    undefined,
  );
  if (!field || field.axes.some(({ jump }) => jump === 0)) return whole;
  const [rows, columns] = field.axes.map(({ start, size, jump, count }) => ({
    from: start + (size - jump) / 2,
    length: count * jump,
  }));
  if (!rows || !columns) return whole;
  return { top: rows.from, left: columns.from, height: rows.length, width: columns.length };
}
