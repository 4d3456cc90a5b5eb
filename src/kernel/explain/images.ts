import { inARow, say } from '../../words';
import type { FailedCall, Shape } from './failed-call';
import type { Mistake } from './mistake';
import { imageCure, readShape, shapeText } from './shape';

/** Operations on images: their input, their filters and their windows. */
export const imageMistakes: Mistake[] = [
  {
    says: /Error in (\w+): (?:input|x) must be rank (?:3 or )?4,? but got rank/,
    hint: ([, op = ''], call) => {
      const input = shapeAt(call, 0);
      return input && imageHint(op, input);
    },
  },
  {
    says: /Error in (\w+): (?:depthwise )?filter must be rank 4,? but got rank/,
    hint: ([, op = ''], call) => filterHint(op, shapeAt(call, 1)),
  },
  {
    says: /Error in (\w+): (?:depth of input|number of input channels) \((\d+)\) must match (?:input depth for|the inChannels dimension in) filter (\d+)/,
    hint: ([, , has = '', reads = ''], call) =>
      channelsHint(shapeAt(call, 0), shapeAt(call, 1), Number(has), Number(reads)),
  },
  {
    says: /Error in separableConv2d: the third dimension of pointwise filter must be (\d+), but got/,
    hint: ([, has = ''], call) => {
      const pointwise = shapeAt(call, 2);
      return pointwise && say('explain.pointwise', { has: Number(has), shape: shapeText(pointwise) });
    },
  },
  {
    says: /Either strides or dilations must be 1/,
    hint: () => say('explain.strideDilation'),
  },
  {
    says: /Unknown padding parameter: (.*)/,
    hint: ([, value = ''], call) => say('explain.padding', { op: call?.name ?? 'tf.conv2d', value }),
  },
  {
    says: /a filter \[(.+?)\] is larger than \[(.+?)\]/,
    hint: ([, filter = '', input = '']) => {
      const [window, whole] = [readShape(filter).slice(0, 2), readShape(input).slice(1, 3)];
      return say('explain.tooLarge', { window: window.join(' × '), input: whole.join(' × ') });
    },
  },
  {
    says: /float32 Tensor must be in the range \[0 - 1\] but encountered (\S+?)\.?$/,
    hint: ([, value = '']) => say('explain.pixels', { value }),
  },
];

function shapeAt(call: FailedCall | undefined, at: number): Shape | undefined {
  return call?.operands[at]?.shape;
}

function imageHint(op: string, shape: Shape): string {
  return say('explain.image', { op, wanted: say('explain.images'), shape: shapeText(shape), cure: imageCure(shape) });
}

function filterHint(op: string, filter: Shape | undefined): string | undefined {
  if (!filter) return undefined;
  const cure =
    filter.length === 2
      ? say('explain.cure.filter', { code: `[${filter.join(', ')}, 1, 1]` })
      : say('explain.cure.axes');
  return say('explain.filter', { op, shape: shapeText(filter), cure });
}

function channelsHint(
  input: Shape | undefined,
  filter: Shape | undefined,
  has: number,
  reads: number,
): string | undefined {
  if (!input || !filter) return undefined;
  const found = say('explain.channels', { input: shapeText(input), filter: shapeText(filter), has, reads });
  if (input.length === 4 && input[1] === reads) return inARow(found, say('explain.channels.first'));
  const [out, channels, height, width] = filter;
  if (channels === has && height === width && out !== channels) return inARow(found, say('explain.channels.order'));
  return inARow(found, say('explain.channels.equal'));
}
