import * as tf from '@tensorflow/tfjs';
import type { ControlPicture, ControlValue } from '../../protocol';
import { say } from '../../words';
import { checkOptions, whole } from '../values/check-options';
import { ask } from './control';
import { isPicture, pictureTensor, samplePictures } from './control-picture';
import { describe } from '../values/describe';
import { isTensor } from '../values/kinds';

export interface DrawingPadOptions {
  /** Height and width of the picture in pixels, 8 to 128. Default 28, as the digits have. */
  size?: number;
  /** Pictures [n, size, size, 1] in [0, 1] to pick from, with the keyboard too; 20 at most are offered. */
  samples?: tf.Tensor4D;
}

/**
 * A pad to draw on below the cell, white on black as the digits are; gives the drawing, [size, size, 1] float32 in [0, 1], black at
 * first. Every stroke runs the cell again, and then the cells that took values from it.
 *
 * ```ts
 * const drawn = drawingPad('draw a digit', { samples: data.test.images.slice(0, 10) })
 * ```
 * @throws TypeError where `samples` are no pictures of that size
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
