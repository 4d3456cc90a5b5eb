import type { Planes } from '../../protocol';
import { minMax, rangeFor } from '../values/range';
import type { Numbers } from '../values/read-numbers';

/**
 * A layer's output for one example as planes, one for each channel: maps [1, h, w, c]; lines [1, t, c] as maps of one row; units
 * [1, n] as planes of one number. If there are more than two axes before the channels, the first ones are stacked as rows.
 * @param picture whether it is an image, whose scale goes to 1 even if no value is that large
 */
export function planesFrom({ shape, values }: Numbers, picture = false): Planes {
  const [, ...inner] = shape;
  const count = inner.pop() ?? 1;
  const width = inner.pop() ?? 1;
  const height = inner.reduce((product, size) => product * size, 1);
  const planes = new Float32Array(values.length);
  const size = height * width;
  for (let plane = 0; plane < count; plane++) {
    for (let at = 0; at < size; at++) planes[plane * size + at] = values[at * count + plane] ?? NaN;
  }
  const bounds = minMax(planes);
  const scale = bounds[0] < 0 ? 'diverging' : 'grey';
  return { count, height, width, values: planes, scale, range: rangeFor(scale, bounds, picture ? 'picture' : 'map') };
}
