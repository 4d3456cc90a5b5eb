import * as tf from '@tensorflow/tfjs';
import type { ControlPicture, ControlValue } from '../../protocol';
import { say } from '../../words';
import { checkOptions, whole } from '../values/check-options';
import { ask } from './control';
import { isPicture, pictureTensor, samplePictures } from './control-picture';
import { describe } from '../values/describe';
import { isTensor } from '../values/kinds';

/** The size of a drawing, and pictures to pick from. */
export interface DrawingPadOptions {
  /** Height and width of the drawing in pixels, from 8 to 128. Default: 28, the size of the digits. */
  size?: number;
  /** Pictures `[n, size, size, 1]` in [0, 1] to pick from, also with the keyboard; the first 20 are offered. Default: none. */
  samples?: tf.Tensor4D;
}

/**
 * Puts a pad to draw on below the cell, white on black like the digits. Every stroke runs the cell again, and then the cells
 * that use its values.
 *
 * ```ts
 * const drawn = drawingPad('draw a digit', { samples: data.test.images.slice(0, 10) })
 * ```
 *
 * @param label the text above the pad, different from the labels of the cell's other controls
 * @param options see `DrawingPadOptions`
 * @returns the drawing, `[size, size, 1]` float32 in [0, 1]; all black at first
 * @throws TypeError if `samples` are not pictures of that size, if `label` is not a text or another control of the cell has it,
 *   or for an unknown option
 */
export function drawingPad(label: string, options: DrawingPadOptions = {}): tf.Tensor3D {
  const tensor = { test: isTensor, wanted: () => say('lab.want.tensor') };
  checkOptions('drawingPad', options, { size: whole(8), samples: tensor });
  const { samples } = options;
  const size = Math.min(128, options.size ?? 28);
  const [, height, width, channels] = samples?.shape ?? [0, size, size, 1];
  if (height !== size || width !== size || channels !== 1) {
    throw new TypeError(say('lab.drawingPad.samples', { size, samples: describe(samples) }));
  }
  const offered = samples ? samplePictures(samples, 20) : [];
  const fits = (kept: ControlValue): kept is ControlPicture => isPicture(kept, size, size);
  const shape = { type: 'pad' as const, size, samples: offered };
  const drawn = ask<ControlPicture | undefined>('drawingPad', label, shape, undefined, fits);
  return drawn ? pictureTensor(drawn) : tf.zeros([size, size, 1]);
}
