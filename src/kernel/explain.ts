import { arithmeticMistakes } from './explain/arithmetic';
import { borderMistakes } from './explain/border';
import type { FailedCall } from './explain/failed-call';
import { imageMistakes } from './explain/images';
import { languageMistakes, propertyMistakes } from './explain/language';
import { layerMistakes } from './explain/layers';
import { lifetimeMistakes } from './explain/lifetime';
import type { Mistake } from './explain/mistake';
import { trainingMistakes } from './explain/training';
import { nameMistakes } from './explain/unknown-names';
import { valueMistakes } from './explain/values';

export { failedCall } from './explain/failed-call';

/** In this order: the first that explains the error better than its message wins. */
const mistakes: readonly Mistake[] = [
  ...imageMistakes,
  ...arithmeticMistakes,
  ...valueMistakes,
  ...layerMistakes,
  ...trainingMistakes,
  ...lifetimeMistakes,
  ...propertyMistakes,
  ...nameMistakes,
  ...borderMistakes,
  ...languageMistakes,
];

/**
 * What a reader most likely did, with the shapes and the fix, in the page's language; nothing if we do not know.
 * @param message TensorFlow.js's own, or the engine's
 * @param call the innermost call of TensorFlow.js that threw
 * @param line the reader's line where it happened
 */
export function explain(message: string, call?: FailedCall, line = ''): string | undefined {
  for (const { says, hint } of mistakes) {
    const match = says.exec(message);
    const known = match && hint(match, call, line);
    if (known) return known;
  }
  return undefined;
}
