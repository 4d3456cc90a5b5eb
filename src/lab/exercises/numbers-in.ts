import { isNumberArray, isPlain } from '../values/kinds';

/**
 * All numbers of an answer in one flat list, however they are nested: for an exercise in which the order of the numbers is the
 * point and the brackets are not. An object counts as the list of its values.
 *
 * ```ts
 * numbersIn([[1, 2], [3]]) // [1, 2, 3]
 * numbersIn({ after: 2, before: 1 }, ['before', 'after']) // [1, 2]
 * ```
 *
 * @param answer plain data, as `check` hands it to `read`, `test` and `when`
 * @param order names of an object's values in the wanted order; an object with other names is read as it is. Default: its own order
 * @returns the list, or the answer itself where something in it is no number
 */
export function numbersIn(answer: unknown, order: string[] = []): unknown {
  const found: unknown[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (isNumberArray(value)) found.push(...value);
    else if (isPlain(value)) valuesOf(value, order).forEach(collect);
    else found.push(value);
  };
  collect(answer);
  return found.every((one) => typeof one === 'number') ? found : answer;
}

function valuesOf(value: Record<string, unknown>, order: string[]): unknown[] {
  const named = order.length === Object.keys(value).length && order.every((name) => name in value);
  return named ? order.map((name) => value[name]) : Object.values(value);
}
