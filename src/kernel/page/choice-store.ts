import type { Choice, ChoiceStore } from '../../backend';
import type { Place } from './place';

/** The choice of an earlier visit, as the page gave it at boot; a new one goes to the page, which keeps it. */
export function pageChoiceStore(kept: Choice | undefined, post: Place['post']): ChoiceStore {
  return {
    load: async () => kept,
    save: async (choice) => post({ kind: 'chosen', choice }),
  };
}
