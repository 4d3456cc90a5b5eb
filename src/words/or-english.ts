import { en } from './en';
import type { Words } from './table';

/** The table of a language that is translated in part: what it lacks is English. */
export function orEnglish(words: Partial<Words>): Words {
  return { ...en, ...words };
}
