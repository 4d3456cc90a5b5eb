import { say } from '../../words';
import type { FailedCall, Shape } from './failed-call';
import type { Mistake } from './mistake';
import { imageCure, isChannels, readShape, shapeText } from './shape';

/** Building models: what layers take, and in which order they fit. */
export const layerMistakes: Mistake[] = [
  {
    says: /Input 0 is incompatible with layer (\S+): expected (min_)?ndim=(\d+), found ndim=(\d+)/,
    hint: ([, layer = '', least, wanted = ''], call) => rankHint(layer, least !== undefined, Number(wanted), call),
  },
  {
    says: /Input 0 is incompatible with layer (\S+): expected axis (-?\d+) of input shape to have value (\d+) but got shape (.*?)\.?$/,
    hint: ([, layer = '', axis = '', wanted = '', shape = '']) =>
      say('explain.layer.axis', { layer, axis, wanted: Number(wanted), shape: shapeText(readShape(shape)) }),
  },
  {
    says: /Negative dimension size caused by adding layer (\S+) with input shape (.*)/,
    hint: ([, layer = '', text = '']) => tooSmallHint(layer, readShape(text)),
  },
  {
    says: /The shape of the input to "Flatten" is not fully defined \(got (.*?)\)/,
    hint: ([, shape = '']) => say('explain.flatten', { shape: shapeText([null, ...readShape(shape)]) }),
  },
  {
    says: /A merge layer should be called on an Array of at least 2 inputs/,
    hint: () => say('explain.merge'),
  },
  {
    says: /The first layer in a Sequential model must get an `inputShape`/,
    hint: () => say('explain.inputShape'),
  },
  {
    says: /Sequential model cannot be built: model is empty/,
    hint: () => say('explain.empty'),
  },
  {
    says: /expected config\.(filters) to be a 'number' > 0 but got (.*)$|Expected (?:element \d+ of )?(\w+) to be a positive integer, but got (.*)\.$/,
    hint: ([, ...found]) => positiveHint(found.filter((part) => part !== undefined)),
  },
  {
    says: /^The (\w+) argument must be an integer or tuple of (\d+) integers/,
    hint: ([, option = '', count = '']) => {
      const code = `${option}: [${Array<number>(Number(count)).fill(3).join(', ')}]`;
      return say('explain.sizes', { option, count: Number(count), code });
    },
  },
  {
    says: /expected config\.filters to be a 'number' > 0|required key 'kernelSize' not in config|Expected units to be a positive integer|The `filters` configuration field is required/,
    hint: (_, call) => requiredHint(call?.name ?? 'layers.conv2d'),
  },
  {
    says: /^(\S+) is not a valid PaddingMode/,
    hint: ([, given = '']) => say('explain.paddingMode', { given }),
  },
  {
    says: /Softmax along a non-last dimension is not yet supported/,
    hint: () => say('explain.softmaxAxis'),
  },
  {
    says: /The name "(.*?)" is used \d+ times in the model/,
    hint: ([, name = '']) => say('explain.layerName', { name }),
  },
  {
    says: /No such layer: (.*)/,
    hint: ([, name = '']) => say('explain.noLayer', { name }),
  },
  {
    says: /Graph disconnected: cannot obtain value for tensor/,
    hint: () => say('explain.disconnected'),
  },
];

/** A picture whose channels come first is one or three pixels high. */
function tooSmallHint(layer: string, shape: Shape): string {
  const [batch, channels, height, width] = shape;
  const isTurned =
    shape.length === 4 && batch === null && isChannels(channels) && (height ?? 0) > 4 && height === width && height;
  return isTurned
    ? say('explain.layer.channelsFirst', { shape: shapeText(shape), code: `[${height}, ${width}, ${channels}]` })
    : say('explain.layer.tooSmall', { layer, shape: shapeText(shape) });
}

/** An option that was not given at all is another mistake. */
function positiveHint([option = '', value = '']: string[]): string | undefined {
  return value === 'undefined' || value === 'null' ? undefined : say('explain.positive', { option, value });
}

function requiredHint(layer: string): string {
  if (layer === 'layers.dense') return say('explain.required.units');
  const options = layer.includes('depthwise') ? '{ kernelSize: 3 }' : '{ filters: 8, kernelSize: 3 }';
  return say('explain.required.kernel', { code: `tf.${layer}(${options})` });
}

function rankHint(layer: string, least: boolean, wanted: number, call: FailedCall | undefined): string | undefined {
  const shape = call?.operands[0]?.shape;
  if (!shape) return undefined;
  const op = call.on ?? layer;
  const given = shapeText(shape);
  if (least || wanted !== 4) return say('explain.layer.rank', { op, rank: wanted, shape: given });
  const images = { op, wanted: say('explain.images'), shape: given };
  if (shape[0] !== null) return say('explain.image', { ...images, cure: imageCure(shape) });
  if (shape.length === 2) return say('explain.image', { ...images, cure: say('explain.cure.flat') });
  // The batch is there already: it was the reader's inputShape.
  const inner = shape.slice(1);
  const channelless = inner.length === 2;
  const code = channelless
    ? `[${inner.join(', ')}, 1]`
    : `[${inner
        .filter((size) => size !== null)
        .slice(-3)
        .join(', ')}]`;
  const cure = say(channelless ? 'explain.cure.inputChannels' : 'explain.cure.inputBatch', { code });
  return say('explain.image', { ...images, cure });
}
