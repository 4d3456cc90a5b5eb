import { attempt } from './attempt';
import { isPlain } from './kinds';

/** What was written of a value, and whether it is all of it. */
export interface Written {
  text: string;
  whole: boolean;
}

/**
 * Writes a list or an object literal with all its contents on one line: `[[1, 2], [3, 4]]`. After `room` characters `…` replaces
 * the rest, so a circular reference ends too. Getters are not run.
 * @param leaf writes a value that is neither; undefined if it has no short form
 */
export function writeOut(value: unknown, room: number, leaf: (value: unknown) => string | undefined): Written {
  let text = '';
  let whole = true;
  const leaveOut = (): void => {
    text += '…';
    whole = false;
  };

  function write(one: unknown): void {
    const parts = partsOf(one);
    if (parts) return writeParts(parts);
    const line = leaf(one);
    if (line === undefined) leaveOut();
    else text += line;
  }

  function writeParts({ holder, size, keyAt, named }: Parts): void {
    text += named ? '{' : '[';
    for (let index = 0; index < size; index += 1) {
      if (index > 0) text += ', ';
      if (text.length > room) {
        leaveOut();
        break;
      }
      const key = keyAt(index);
      const property = attempt(() => Object.getOwnPropertyDescriptor(holder, key), undefined);
      if (named) text += `${key}: `;
      if (property && !('value' in property)) leaveOut();
      else write(property?.value);
    }
    text += named ? '}' : ']';
  }

  write(value);
  return { text, whole: whole && text.length <= room };
}

interface Parts {
  holder: object;
  size: number;
  keyAt(index: number): string;
  named: boolean;
}

function partsOf(value: unknown): Parts | undefined {
  if (attempt(() => Array.isArray(value), false)) {
    const holder = value as unknown[];
    return { holder, size: attempt(() => holder.length, 0), keyAt: String, named: false };
  }
  if (!isPlain(value)) return undefined;
  const keys = attempt(() => Object.keys(value), []);
  return { holder: value, size: keys.length, keyAt: (index) => keys[index] ?? '', named: true };
}
