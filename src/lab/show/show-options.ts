import type * as tf from '@tensorflow/tfjs';
import type { Output, Scale } from '../../protocol';
import { ends, oneOf, text, whole, type Rules } from '../values/check-options';
import type { TensorValues } from '../values/read';

/** How `show` draws. By default the value itself decides. */
export interface ShowOptions {
  /** A line above the output. Default: the shape and type of a tensor, nothing for any other value. */
  title?: string;
  /** The form to draw the value in. Default: the one that suits it, see `show`. */
  as?: 'tree' | 'table' | 'heat-map' | 'image' | 'images';
  /** Decimals to round numbers to. Default: all of them. */
  digits?: number;
  /** Width of each picture on the page, in CSS pixels. Default: by its size and the number of pictures. */
  width?: number;
  /**
   * How values become colours: `grey` from black to white, `colour` (RGB as it is), `sequential`, or `diverging` around zero.
   * Default: `diverging` if any value is below zero.
   */
  scale?: Scale;
  /** Values at the two ends of the scale. Default: from the data. */
  range?: [number, number];
}

/** Which part of a tensor to read, and the output made of its values. */
export interface Plan {
  part(): tf.Tensor;
  output(values: TensorValues): Output;
}

/** The rules of `ShowOptions`. */
export const showRules: Rules<ShowOptions> = {
  title: text,
  as: oneOf('tree', 'table', 'heat-map', 'image', 'images'),
  digits: whole(0),
  width: whole(1),
  scale: oneOf('grey', 'colour', 'sequential', 'diverging'),
  range: ends,
};
