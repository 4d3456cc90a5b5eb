import { attempt } from './attempt';
import { isNumberArray, isPlain } from './kinds';
import { shortest } from './number-text';

/** What was written of a value, and whether it is all of it. */
export interface Written {
  text: string;
  whole: boolean;
}

/** How much is written. */
export interface Room {
  /** Characters after which `…` replaces the rest, so that a circular reference ends too. */
  characters: number;
  /** Of a list or an object inside another, only so many items are written. Default: all. */
  items?: number;
  /** Levels of lists and objects. Default: all. */
  levels?: number;
}

/**
 * Writes a list or an object literal with its contents on one line: `[[1, 2], [3, 4]]`, a typed array with its class. Getters are not
 * run.
 * @param leaf writes any other value
 */
export function writeOut(
  value: unknown,
  { characters, items = Infinity, levels = Infinity }: Room,
  leaf: (value: unknown) => string,
): Written {
  let text = '';
  let whole = true;
  const leaveOut = (): void => {
    text += '…';
    whole = false;
  };

  function write(one: unknown, level: number): void {
    const parts = partsOf(one);
    if (parts) writeParts(parts, level);
    else text += leaf(one);
  }

  function writeParts({ before, open, close, size, name, at }: Parts, level: number): void {
    text += before + open;
    const most = level >= levels ? 0 : level === 0 ? size : items;
    for (let index = 0; index < size; index += 1) {
      if (index > 0) text += ', ';
      if (text.length > characters || index >= most) {
        leaveOut();
        break;
      }
      text += name(index);
      const property = attempt(() => at(index), undefined);
      if (property && !('value' in property)) leaveOut();
      else write(property?.value, level + 1);
    }
    text += close;
  }

  write(value, 0);
  return { text, whole: whole && text.length <= characters };
}

interface Parts {
  /** The class of a typed array, with its length. */
  before: string;
  open: string;
  close: string;
  size: number;
  name(index: number): string;
  at(index: number): { value?: unknown } | undefined;
}

function partsOf(value: unknown): Parts | undefined {
  const list = { before: '', open: '[', close: ']', name: () => '' };
  if (attempt(() => Array.isArray(value), false)) {
    const holder = value as unknown[];
    const at = (index: number) => Object.getOwnPropertyDescriptor(holder, String(index));
    return { ...list, size: attempt(() => holder.length, 0), at };
  }
  if (isNumberArray(value)) {
    const single = value instanceof Float32Array;
    const before = `${attempt(() => value.constructor.name, 'TypedArray')}(${value.length}) `;
    const at = (index: number) => ({ value: single ? shortest(value[index] ?? NaN) : value[index] });
    return { ...list, before, size: value.length, at };
  }
  if (!isPlain(value)) return undefined;
  const keys = attempt(() => Object.keys(value), []);
  const [open, close] = keys.length > 0 ? ['{ ', ' }'] : ['{', '}'];
  const name = (index: number) => `${keys[index] ?? ''}: `;
  const at = (index: number) => Object.getOwnPropertyDescriptor(value, keys[index] ?? '');
  return { before: '', open, close, size: keys.length, name, at };
}
