import type { Action } from './action';

/** The keys of a notebook's command mode; keyboard-list.ts shows them to the reader. */
const single: Readonly<Record<string, Action>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'insert-above',
  b: 'insert-below',
  z: 'undo-delete',
  h: 'keyboard',
};
const double: Readonly<Record<string, Action>> = { i: 'stop', 0: 'restart', d: 'delete' };

/** Longest time between the two strokes of a double key, in milliseconds. */
const pause = 1500;

type Key = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'timeStamp'
>;

/** Reads keys pressed on a cell outside its editor; remembers the first of two equal strokes. */
export function createKeyReader(): (event: Key) => Action | undefined {
  let first: { key: string; at: number } | undefined;

  return (event) => {
    const before = first;
    first = undefined;
    if (event.isComposing) return undefined;
    if (event.key === 'Enter') return ofEnter(event);
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
    // With Caps Lock on, `J` is the same key as `j`.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const twice = Object.hasOwn(double, key) ? double[key] : undefined;
    if (!twice) return Object.hasOwn(single, key) ? single[key] : undefined;
    // A key that is held down counts once.
    if (event.repeat) return undefined;
    if (before?.key === key && event.timeStamp - before.at <= pause) return twice;
    first = { key, at: event.timeStamp };
    return undefined;
  };
}

function ofEnter({ altKey, ctrlKey, metaKey, shiftKey }: Key): Action {
  if (shiftKey) return 'run-next';
  if (altKey) return 'run-insert';
  return ctrlKey || metaKey ? 'run' : 'edit';
}
