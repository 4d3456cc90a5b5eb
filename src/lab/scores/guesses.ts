import type { Guess } from '../../protocol';
import { className, type ClassNames } from '../model/classifier';

/** The `limit` largest shares with their names: the largest first or, with `inOrder`, in the order of the classes. */
export function guessesOf(
  shares: Float32Array,
  names: ClassNames | undefined,
  { limit, right, inOrder = false }: { limit: number; right?: number; inOrder?: boolean },
): Guess[] {
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, limit);
  if (inOrder) order.sort((a, b) => a - b);
  return order.map((index) => ({
    name: className(names, index),
    share: shares[index] ?? 0,
    ...(index === right && { right: true }),
  }));
}
