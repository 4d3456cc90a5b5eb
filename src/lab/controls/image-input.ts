import type * as tf from '@tensorflow/tfjs';
import type { ControlPicture, ControlValue } from '../../protocol';
import { checkOptions, whole, type Rule } from '../values/check-options';
import { ask } from './control';
import { isPicture, pictureTensor } from './control-picture';
import { say } from '../../words';

export interface ImageInputOptions {
  /** Height and width in pixels of the picture that comes, 8 to 512. Default 64. The middle square of the photograph is taken. */
  size?: number;
  /** 3 for colour (default), 1 for grey. */
  channels?: 1 | 3;
}

/**
 * A picture of the reader's own, below the cell: a file, dropped, pasted or from the camera. It never leaves this device. Gives
 * [size, size, channels] float32 in [0, 1], or undefined until there is one. A new picture runs the cell again.
 *
 * ```ts
 * const mine = imageInput('your photo', { size: 64 })
 * if (mine) show(mine)
 * ```
 */
export function imageInput(label: string, options: ImageInputOptions = {}): tf.Tensor3D | undefined {
  const oneOrThree: Rule = { test: (value) => value === 1 || value === 3, wanted: () => say('lab.want.oneOrThree') };
  checkOptions('imageInput', options, { size: whole(8), channels: oneOrThree });
  const { channels = 3 } = options;
  const size = Math.min(512, options.size ?? 64);
  const shape = { type: 'image' as const, width: size, height: size, channels };
  const fits = (kept: ControlValue): kept is ControlPicture =>
    isPicture(kept, size, size) && kept.channels === channels;
  const given = ask<ControlPicture | undefined>('imageInput', label, shape, undefined, fits);
  return given && pictureTensor(given);
}
