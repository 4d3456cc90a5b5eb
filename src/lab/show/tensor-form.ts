import type { ShowOptions } from './show-options';

/** What a tensor is drawn as. `height`, `width` and `channels` are those of one picture, `count` is how many there are. */
export type Form =
  | { as: 'number' | 'tree' }
  | { as: 'table' | 'heat-map'; rows: number; columns: number }
  | { as: 'image' | 'batch' | 'maps'; count: number; height: number; width: number; channels: number };

/** Rows or columns up to which a matrix is drawn with its numbers; one that is larger both ways becomes a picture. */
export const WRITTEN = 32;

/** The form that suits a tensor of this shape, or the one asked for; undefined if this shape cannot be drawn so. */
export function formOf(shape: readonly number[], as: ShowOptions['as']): Form | undefined {
  if (shape.includes(0) || as === 'tree') return { as: 'tree' };
  switch (as) {
    case 'table':
    case 'heat-map':
      return matrix(as, as === 'heat-map' ? withoutOnes(shape) : shape);
    case 'image':
      return image(shape);
    case 'images':
      return batch(shape) ?? maps(shape);
    case undefined:
      return natural(shape);
  }
}

function natural(shape: readonly number[]): Form {
  if (shape.length === 0) return { as: 'number' };
  if (shape.length === 2 && Math.min(...shape) > WRITTEN) return image(shape) ?? { as: 'tree' };
  return matrix('heat-map', shape) ?? image(shape) ?? batch(shape) ?? maps(shape) ?? { as: 'tree' };
}

function matrix(as: 'table' | 'heat-map', shape: readonly number[]): Form | undefined {
  if (shape.length > 2) return undefined;
  // A vector is a row, but in a table it is a column.
  const [rows = 1, columns = 1] = shape.length === 1 && as === 'heat-map' ? [1, ...shape] : shape;
  return { as, rows, columns };
}

/** Where a matrix is asked for, [28, 28, 1] and [1, 28, 28, 1] are matrices too. */
function withoutOnes(shape: readonly number[]): number[] {
  const inner = shape.length === 4 && shape[0] === 1 ? shape.slice(1) : [...shape];
  return inner.length === 3 && inner[2] === 1 ? inner.slice(0, 2) : inner;
}

function image(shape: readonly number[]): Form | undefined {
  const inner = shape.length === 4 && shape[0] === 1 && shape[3] !== 4 ? shape.slice(1) : shape;
  const [height = 0, width = 0, channels = 1] = inner;
  if (![2, 3].includes(inner.length) || ![1, 3, 4].includes(channels)) return undefined;
  return { as: 'image', count: 1, height, width, channels };
}

function batch(shape: readonly number[]): Form | undefined {
  const [count = 0, height = 0, width = 0, channels = 0] = shape;
  if (shape.length !== 4 || ![1, 3].includes(channels)) return undefined;
  return { as: 'batch', count, height, width, channels };
}

/** One grey map per channel; for a batch, those of its first picture. */
function maps(shape: readonly number[]): Form | undefined {
  if (shape.length !== 3 && shape.length !== 4) return undefined;
  const [height = 0, width = 0, channels = 0] = shape.slice(-3);
  return { as: 'maps', count: channels * (shape.length === 4 ? (shape[0] ?? 1) : 1), height, width, channels };
}
