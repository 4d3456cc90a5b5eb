import type { Variation } from './varied';

export interface Recipe {
  seed: number;
  epochs: number;
  variation: Variation;
  /** What the README says the network has learned from. */
  source: string;
  licence: 'fashion' | 'digits';
}

export const recipes = {
  fashion: {
    seed: 2017,
    epochs: 16,
    // A garment seen in a mirror is the same garment.
    variation: { mirror: true, shift: 1, turn: 0, scale: 0 },
    source: 'all 60,000 training images of Fashion-MNIST, of which `public/data/fashion/` has the first 12,000',
    licence: 'fashion',
  },
  digits: {
    seed: 1998,
    epochs: 25,
    // A reader draws larger, smaller, more slanted and less centred than the people whose digits MNIST holds.
    variation: { mirror: false, shift: 3, turn: 15, scale: 0.2 },
    source: 'the 8,000 training images of `public/data/digits/`',
    licence: 'digits',
  },
} satisfies Record<string, Recipe>;
