import type * as tf from '@tensorflow/tfjs';
import type { Output, Scale } from '../../protocol';
import { ends, oneOf, text, whole, type Rules } from '../values/check-options';
import type { TensorValues } from '../values/read';

/** How `show` draws. Everything is optional: without options the value itself decides. */
export interface ShowOptions {
  /** A line above the output. A tensor's own line says its shape and type. */
  title?: string;
  /** Draw it as this, whatever it looks like. */
  as?: 'tree' | 'table' | 'heat-map' | 'image' | 'images';
  /** Decimals to which numbers are rounded. */
  digits?: number;
  /** Width of a picture on the page, in CSS pixels. */
  width?: number;
  /** How values become colours: `grey` from black to white, `colour` (RGB as it is), `sequential`, or `diverging` around zero. */
  scale?: Scale;
  /** Values at the two ends of the scale; without it they come from the data. */
  range?: [number, number];
}

/** The part of a tensor that is read, and what becomes of its values. */
export interface Plan {
  part(): tf.Tensor;
  output(values: TensorValues): Output;
}

export const showRules: Rules<ShowOptions> = {
  title: text,
  as: oneOf('tree', 'table', 'heat-map', 'image', 'images'),
  digits: whole(0),
  width: whole(1),
  scale: oneOf('grey', 'colour', 'sequential', 'diverging'),
  range: ends,
};
