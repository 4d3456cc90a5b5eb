import * as tf from '@tensorflow/tfjs';
import type { ImagesOutput, Scale } from '../../protocol';
import { say } from '../../words';
import { partsOf, pictures, pictureWidth, planesOf, stepFor } from '../values/pictures';
import { minMax, scaleOf } from '../values/range';
import { floats, sampled } from '../values/read';
import type { Plan, ShowOptions } from './show-options';
import type { Form } from './tensor-form';

/** Limit for the pictures of one output. */
const MAX_PICTURES = 64;
type PictureForm = Extract<Form, { height: number }>;

/** Plans one image, the first images of a batch, or the channels of an image as grey maps. */
export function picturePlan(tensor: tf.Tensor, form: PictureForm, options: ShowOptions): Plan {
  const maps = form.as === 'maps';
  const count = Math.min(form.count, maps ? Math.min(form.channels, MAX_PICTURES) : MAX_PICTURES);
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
      const kind = tensor.dtype === 'int32' ? ('bytes' as const) : ('picture' as const);
      const look = { scale, per: 'layer' as const, kind, range: options.range };
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
