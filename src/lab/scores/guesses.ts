import type { Guess } from '../../protocol';
import { className, type ClassNames } from '../model/classifier';

/** The largest shares first (or, `inOrder`, as the classes stand), with their names. */
export function guessesOf(
  shares: Float32Array,
  names: ClassNames | undefined,
  { most, right, inOrder = false }: { most: number; right?: number; inOrder?: boolean },
): Guess[] {
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, most);
  if (inOrder) order.sort((a, b) => a - b);
  return order.map((index) => ({
    name: className(names, index),
    share: shares[index] ?? 0,
    ...(index === right && { right: true }),
  }));
}
