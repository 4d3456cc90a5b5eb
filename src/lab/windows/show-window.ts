import type { WindowStep } from '../../protocol';
import { readNumbers, type Sources } from '../values/read-numbers';
import type { Stage } from '../stage';

/** Reads the sources, computes the steps and shows them. If the backend can only answer later, a line holds the place. */
export function showWindow<S extends Sources>(
  here: Stage,
  title: string | undefined,
  sources: S,
  steps: (numbers: Parameters<Parameters<typeof readNumbers<S>>[1]>[0]) => WindowStep[],
): void {
  let slot: string | undefined;
  readNumbers(
    sources,
    (numbers) => {
      slot = here.emit({ kind: 'window', ...(title !== undefined && { title }), steps: steps(numbers) }, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: title ?? '…', type: 'other' } })),
  );
}
