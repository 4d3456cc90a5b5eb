import { isNumberArray } from './kinds';

/** tfjs's limit for the axes of a tensor. */
const MAX_AXES = 6;

/** The shape and the numbers of nested lists; undefined if they hold anything but numbers or their lengths differ. */
export function numbersIn(lists: unknown): { shape: number[]; values: Float32Array } | undefined {
  const shape: number[] = [];
  for (let first = lists; Array.isArray(first) || isNumberArray(first); first = first[0]) {
    shape.push(first.length);
    if (shape.length > MAX_AXES) return undefined;
  }
  if (shape.length === 0) return undefined;
  const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
  let at = 0;
  const fill = (value: unknown, axis: number): boolean => {
    if (axis === shape.length) {
      if (typeof value !== 'number') return false;
      values[at++] = value;
      return true;
    }
    if (!(Array.isArray(value) || isNumberArray(value)) || value.length !== shape[axis]) return false;
    for (let index = 0; index < value.length; index++) if (!fill(value[index], axis + 1)) return false;
    return true;
  };
  return fill(lists, 0) ? { shape, values } : undefined;
}
