import { describe } from '../lab';
import { say } from '../words';
import { cutMessage } from './cut-output';

/** What was thrown, in words. */
export interface Thrown {
  name: string;
  message: string;
  stack: string;
  /** False for a value that has no message of its own. */
  isError: boolean;
}

/** Longest name or message, in characters: patterns are matched against it, and a page has to show it. */
const longest = 10_000;
/** Causes that are followed, and errors of an `AggregateError` that are named. */
const causesTold = 5;

/** Any value can be thrown: even one whose properties throw, one that has no prototype, or a proxy that was revoked. Never throws. */
export function thrownWords(thrown: unknown): Thrown {
  if (!isError(thrown))
    return { name: say('kernel.thrown'), message: cut(described(thrown)), stack: '', isError: false };
  // Engines write an error's name and message into its stack when the stack is read.
  const stack = hasOwnGetter(thrown, 'name') || hasOwnGetter(thrown, 'message') ? '' : property(thrown, 'stack');
  return { ...headOf(thrown), stack: typeof stack === 'string' ? stack : '', isError: true };
}

/** The errors behind an error: its causes in a row, and those that it collects. Empty where there are none. */
export function causesOf(thrown: unknown): string[] {
  const told: string[] = [];
  let next: unknown = thrown;
  while (told.length < causesTold && isError(next)) {
    const errors = property(next, 'errors');
    if (isList(errors)) told.push(...errors.slice(0, causesTold - told.length).map(shortly));
    next = property(next, 'cause');
    if (next !== undefined && told.length < causesTold) told.push(shortly(next));
  }
  return told;
}

function shortly(thrown: unknown): string {
  if (!isError(thrown)) return described(thrown);
  const { name, message } = headOf(thrown);
  return cut(message === '' ? name : `${name}: ${message}`, 300);
}

function headOf(error: object): { name: string; message: string } {
  const name = property(error, 'name');
  const message = property(error, 'message');
  return {
    name: typeof name === 'string' && name !== '' ? cut(name, 100) : 'Error',
    message: message === undefined ? '' : cutMessage(typeof message === 'string' ? message : described(message)),
  };
}

function isError(value: unknown): value is object {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

function isList(value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function described(value: unknown): string {
  try {
    return describe(value);
  } catch {
    return typeof value;
  }
}

/** A property; undefined where it throws, or where the error itself has a getter for it, which may never return. */
function property(owner: object, key: string): unknown {
  if (hasOwnGetter(owner, key)) return undefined;
  try {
    return Reflect.get(owner, key) as unknown;
  } catch {
    return undefined;
  }
}

/** What V8 gives every error of its own; the getters of platform exceptions are on their prototype. */
const engineGetter = Object.getOwnPropertyDescriptor(new Error(''), 'stack')?.get;

function hasOwnGetter(owner: object, key: string): boolean {
  try {
    const getter = Object.getOwnPropertyDescriptor(owner, key)?.get;
    return getter !== undefined && getter !== engineGetter;
  } catch {
    return true;
  }
}

function cut(text: string, end = longest): string {
  return text.length > end ? `${text.slice(0, end)}…` : text;
}
