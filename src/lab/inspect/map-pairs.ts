import type { ActivationOutput, Picture } from '../../protocol';
import { say } from '../../words';
import { planesOf } from '../values/pictures';
import { minMax, rangeFor, scaleOf } from '../values/range';

/** Maps of the first image of [n, h, w, c] before and after the activation. Those before share a scale, and so do those after. */
export function beforeAndAfter(
  before: Float32Array,
  after: Float32Array,
  shape: readonly number[],
  dead: ReadonlySet<number>,
  limit: number,
): Pick<ActivationOutput, 'maps' | 'omitted'> {
  const [, height = 0, width = 0, channels = 0] = shape;
  if (shape.length !== 4) return { maps: [], omitted: 0 };
  const shown = Math.min(limit, channels);
  const size = height * width * channels;
  const title = (channel: number): string =>
    say(dead.has(channel) ? 'lab.activationView.deadChannel' : 'lab.channel', { channel });
  const drawn = (values: Float32Array): Picture[] => {
    const planes = planesOf(values.subarray(0, size), height * width, channels).slice(0, shown);
    const ends = minMax(values.subarray(0, size));
    const scale = scaleOf(ends, 'grey');
    return planes.map((own, channel) => ({
      title: title(channel),
      width,
      height,
      channels: 1,
      values: own,
      scale,
      range: rangeFor(scale, ends, 'map'),
    }));
  };
  const activated = drawn(after);
  return {
    maps: drawn(before).flatMap((picture, at) => (activated[at] ? [{ before: picture, after: activated[at] }] : [])),
    omitted: channels - shown,
  };
}
