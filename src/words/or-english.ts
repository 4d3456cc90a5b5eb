import { en } from './en';
import type { Words } from './table';

/** The table of a partly translated language: what it lacks is English. */
export function orEnglish(words: Partial<Words>): Words {
  return { ...en, ...words };
}
