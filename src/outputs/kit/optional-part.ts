import type { OnPage } from './on-page';
import type { Part } from './shown';

/**
 * A part that is in `place` only while there is something to show. The returned function takes what to show: it makes the
 * part at the first value, updates it at the next ones, and removes it at `undefined`.
 */
export function optionalPart<Input>(
  page: OnPage,
  place: HTMLElement,
  makePart: (input: Input) => Part<Input>,
): (input: Input | undefined) => void {
  let part: Part<Input> | undefined;
  page.onRemove(() => part?.remove());
  return (input) => {
    if (input === undefined) {
      part?.remove();
      part = undefined;
    } else if (part) part.update(input);
    else {
      part = makePart(input);
      place.append(part.element);
    }
  };
}
