import type * as tf from '@tensorflow/tfjs';
import type { ControlPicture, ControlValue } from '../../protocol';
import { checkOptions, whole, type Rule } from '../values/check-options';
import { ask } from './control';
import { isPicture, pictureTensor } from './control-picture';
import { say } from '../../words';

/** The size of the picture that a reader chooses. */
export interface ImageInputOptions {
  /** Height and width of the picture in pixels, from 8 to 512: the middle square of the photograph. Default: 64. */
  size?: number;
  /** 3 for colour, 1 for grey. Default: 3. */
  channels?: 1 | 3;
}

/**
 * Lets the reader choose, drop, paste or photograph a picture below the cell. It never leaves the reader's device. A new
 * picture runs the cell again, and then the cells that use its values.
 *
 * ```ts
 * const mine = imageInput('your photo', { size: 64 })
 * if (mine) show(mine)
 * ```
 *
 * @param label the text above the input, different from the labels of the cell's other controls
 * @param options see `ImageInputOptions`
 * @returns the picture, `[size, size, channels]` float32 in [0, 1]; undefined until there is one
 * @throws TypeError if `label` is not a text or another control of the cell has it, or for an unknown option
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
