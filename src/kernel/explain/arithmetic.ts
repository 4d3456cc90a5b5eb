import { say } from '../../words';
import type { FailedCall, Shape } from './failed-call';
import type { Mistake } from './mistake';
import { readShape, readShapes, shapeText, sizeOf } from './shape';

/** Operations on numbers: shapes that must fit one another. */
export const arithmeticMistakes: Mistake[] = [
  {
    says: /matrices \[.+?\] and \[.+?\] do not fit|Error in matMul: inner shapes/,
    hint: (_, call) => matMulHint(call),
  },
  {
    says: /Error in dot: inner dimensions of inputs must match, but got (\d+) and (\d+)/,
    hint: ([, columns = '', rows = ''], call) => {
      const [a, b] = shapesOf(call);
      const sizes = { columns: Number(columns), rows: Number(rows) };
      return (
        a && b && say('explain.matMul', { op: 'dot', a: shapeText(a), b: shapeText(b), ...sizes, cure: '' }).trim()
      );
    },
  },
  {
    says: /New shape and old shape must have the same number of elements/,
    hint: (_, call) => {
      const vector = call?.name === 'matMul' ? shapesOf(call).find((shape) => shape.length === 1) : undefined;
      return vector && say('explain.matMul.vector', { shape: shapeText(vector) });
    },
  },
  {
    // A merge layer separates its two shapes by a space.
    says: /Operands could not be broadcast together with shapes (?:\[(.*?)\] \[(.*?)\]|(.*?) and (.*?)\.?$)/,
    hint: ([, a1, b1, a2, b2]) => broadcastHint(readShape(a1 ?? a2 ?? ''), readShape(b1 ?? b2 ?? ''), a1 !== undefined),
  },
  {
    says: /Size\((\d+)\) must match the product of shape (.*)/,
    hint: ([, has = '', wanted = ''], call) => {
      const shape = readShape(wanted);
      const own = call?.operands[0]?.shape;
      const from = own ? shapeText(own) : has;
      return say('explain.reshape', { from, has: Number(has), wanted: shapeText(shape), asks: sizeOf(shape) });
    },
  },
  {
    says: /implicit shape can't be a fractional number\. Got (\d+) \/ (\d+)/,
    hint: ([, has = '', part = ''], call) => {
      const own = call?.operands[0]?.shape;
      return say('explain.reshape.rest', { from: own ? shapeText(own) : has, has: Number(has), part: Number(part) });
    },
  },
  {
    says: /Error in concat\w*: (?:Shape|rank) of tensors\[\d+\]/,
    hint: (_, call) => call && say('explain.concat', { shapes: list(shapesOf(call)) }),
  },
  {
    says: /All tensors passed to stack must have matching shapes/,
    hint: (_, call) => call && say('explain.equalShapes', { op: 'stack', shapes: list(shapesOf(call)) }),
  },
  {
    says: /Error in (\w+):\s+Shapes (.*) and (.*) must match/,
    hint: ([, op = '', a = '', b = '']) =>
      say('explain.equalShapes', { op, shapes: list([readShape(a), readShape(b)]) }),
  },
  {
    says: /All values in axis param must be in range \[-(\d+), \d+\) but got axis (-?\d+)/,
    hint: ([, rank = '', axis = ''], call) => {
      const own = call?.operands[0]?.shape;
      const shape = own ? shapeText(own) : say('explain.axes', { rank: Number(rank) });
      return say('explain.axis', { shape, last: Number(rank) - 1, axis });
    },
  },
  {
    says: /Error in transpose: rank of input \d+ must match length of perm (.*)\.$/,
    hint: ([, order = ''], call) => {
      const own = call?.operands[0]?.shape;
      return own && say('explain.transpose', { shape: shapeText(own), order: `[${order.replaceAll(',', ', ')}]` });
    },
  },
  {
    says: /A `Concatenate` layer requires inputs with matching shapes .* Got input shapes: (.*)$/,
    hint: ([, shapes = '']) => say('explain.concat', { shapes: list(readShapes(shapes)) }),
  },
];

function shapesOf(call: FailedCall | undefined): Shape[] {
  return call?.operands.flatMap((operand) => (operand ? [operand.shape] : [])) ?? [];
}

const list = (shapes: readonly Shape[]): string => shapes.map(shapeText).join(say('explain.and'));

function matMulHint(call: FailedCall | undefined): string | undefined {
  const [a, b] = shapesOf(call);
  if (!a || !b) return undefined;
  const [rowsA, columnsA, rowsB, columnsB] = [a.at(-2), a.at(-1), b.at(-2), b.at(-1)];
  if (typeof columnsA !== 'number' || typeof rowsB !== 'number') return undefined;
  const cure = columnsA === columnsB ? 'second' : rowsA === rowsB ? 'first' : columnsB === rowsA ? 'swapped' : 'other';
  return say('explain.matMul', {
    op: 'matMul',
    a: shapeText(a),
    b: shapeText(b),
    columns: columnsA,
    rows: rowsB,
    cure: say(`explain.matMul.${cure}`),
  });
}

/** A merge layer leaves the batch out of its shapes. */
function broadcastHint(a: Shape, b: Shape, merged: boolean): string | undefined {
  const depth = Math.min(a.length, b.length);
  const fromEnd = Array.from({ length: depth }, (_, index) => index + 1);
  const clash = fromEnd.find((back) => a.at(-back) !== b.at(-back) && a.at(-back) !== 1 && b.at(-back) !== 1);
  if (clash === undefined) return undefined;
  const shapes = [a, b].map((shape) => shapeText(merged ? [null, ...shape] : shape)) as [string, string];
  return say('explain.broadcast', {
    a: shapes[0],
    b: shapes[1],
    one: a.at(-clash) ?? '?',
    other: b.at(-clash) ?? '?',
    axis: -clash,
    cure: merged ? say(clash === 1 ? 'explain.broadcast.channels' : 'explain.broadcast.size') : vectorCure(a, b),
  });
}

/** A vector that fits an axis other than the last. */
function vectorCure(a: Shape, b: Shape): string {
  const [whole, vector] = a.length >= b.length ? [a, b] : [b, a];
  const axis = vector.length === 1 ? whole.indexOf(vector[0] ?? null) : -1;
  if (axis < 0) return say('explain.broadcast.reshape');
  const code = `[${[vector[0], ...Array<number>(whole.length - 1 - axis).fill(1)].join(', ')}]`;
  return say('explain.broadcast.vector', { axis, code });
}
