import { say } from '../../words';
import type { Mistake } from './mistake';
import { readShape, shapeText } from './shape';

/** How an option that takes a name is written. */
const byName: Record<string, string> = {
  activation: "activation: 'relu'",
  initializer: "kernelInitializer: 'heNormal'",
  regularizer: 'kernelRegularizer: tf.regularizers.l2({ l2: 0.01 })',
  constraint: 'kernelConstraint: tf.constraints.maxNorm({ maxValue: 2 })',
};

const conversions: Record<string, string> = { float32: 'toFloat()', int32: 'toInt()', bool: 'toBool()' };

/** What a reader hands to TensorFlow.js: numbers of the wrong kind, promises, lists that are not tensors. */
export const valueMistakes: Mistake[] = [
  {
    says: /passed to '(\w+)' must be (\w+) tensor, but got string tensor/,
    hint: () => say('explain.texts'),
  },
  {
    says: /passed to '(\w+)' must be (\w+) tensor, but got (\w+) tensor/,
    hint: ([, op = '', wanted = '', got = '']) => {
      const convert = conversions[wanted];
      return convert && say('explain.dtype', { op, wanted, got, code: `x.${convert}` });
    },
  },
  {
    says: /passed to '(\w+)' must be a Tensor or TensorLike, but got '(\w+)'/,
    hint: ([, op = '', got = ''], call) => {
      if (got === 'Promise') return say('explain.promise');
      if (call?.operands.some((operand) => operand?.symbolic)) return say('explain.symbolic', { op });
      return got === 'null' ? say('explain.nothing') : undefined;
    },
  },
  {
    says: /^values passed to tensor\(values\) must be/,
    hint: (_, call) => say(call?.promised ? 'explain.promise' : 'explain.nothing'),
  },
  {
    // tfjs treats a promise as an object of named inputs, and finds none in it.
    says: /No data provided for "|but instead got 0 Tensors?/,
    hint: (_, call) => {
      if (call?.promised) return say('explain.promise');
      return call?.operands.some((operand) => operand?.symbolic)
        ? say('explain.symbolic', { op: call.name })
        : undefined;
    },
  },
  {
    says: /Based on the provided shape, \[(.*?)\], the tensor should have (\d+) values but has (\d+)/,
    hint: ([, shape = '', asks = '', has = '']) =>
      say('explain.values', { shape: shapeText(readShape(shape)), asks: Number(asks), has: Number(has) }),
  },
  {
    says: /^(tensor\dd)\(\) requires shape to be provided/,
    hint: ([, op = '']) => say('explain.flat', { op }),
  },
  {
    says: /^(tensor\dd)\(\) requires values to be number/,
    hint: ([, op = ''], call) => (call?.plain ? say('explain.typedRows', { op }) : undefined),
  },
  {
    says: /^(\w+): Improper config format/,
    hint: ([, option = '']) => say('explain.byName', { option, code: byName[option] ?? byName['activation'] ?? '' }),
  },
  {
    says: /^Element arr\[.*\] (?:should|is a primitive)/,
    hint: () => say('explain.ragged'),
  },
  {
    says: /Invalid typed array length/,
    hint: (_, call) => {
      if (!call?.name.startsWith('tensor')) return undefined;
      return call.operands.some(Boolean) ? say('explain.listOfTensors') : undefined;
    },
  },
  {
    says: /shape of the new value \((.*)\) and previous value \((.*)\) must match/,
    hint: ([, value = '', old = '']) =>
      say('explain.assign', { value: shapeText(readShape(value)), old: shapeText(readShape(old)) }),
  },
  {
    says: /Layer weight shape (.*) not compatible with provided weight shape (.*)/,
    hint: ([, own = '', given = '']) =>
      say('explain.weights', { own: shapeText(readShape(own)), given: shapeText(readShape(given)) }),
  },
];
