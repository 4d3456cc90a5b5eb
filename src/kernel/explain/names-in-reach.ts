import { ownNames } from '../../compile';

let taken: object = {};

/** Takes note of the names that a run takes from outside; the cell adds its own to them as it begins. */
export function seeNames(names: object): void {
  taken = names;
}

/** The names that the newest run can use, its own first. */
export function namesInReach(): string[] {
  return [...Object.keys(own()), ...Object.keys(taken).filter((name) => !name.includes(':')), ...languageNames];
}

/** The value of a name; nothing where it has none, or where it is not known. */
export function valueInReach(name: string): { value: unknown } | undefined {
  for (const names of [own(), taken]) {
    if (!Object.hasOwn(names, name)) continue;
    try {
      return { value: Reflect.get(names, name) as unknown };
    } catch {
      // A `const` that the run did not reach.
      return undefined;
    }
  }
  return languageNames.includes(name) ? plainProperty(globalThis, name) : undefined;
}

/** What is before the dot of a failed expression: an object, by the path that the reader wrote, and what it lacks. */
export interface Missing {
  path: string;
  holder: unknown;
  /** Undefined where the name itself has no value. */
  key: string | undefined;
}

const word = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const step = String.raw`\??\.${word}|(?:\?\.)?\[\d+\]`;
const chains = new RegExp(String.raw`(?<![\p{ID_Continue}$.])(${word})((?:${step})+)`, 'gu');
const longestLine = 10_000;

/** Where, in a line of code, `property` was read of nothing; undefined if that cannot be seen. */
export function missingBefore(property: string, line: string): Missing | undefined {
  for (const [, root = '', rest = ''] of line.slice(0, longestLine).matchAll(chains)) {
    const found = walk(root, stepsOf(rest), property);
    if (found) return found;
  }
  return undefined;
}

/** The object at the end of a path such as `clothes.train.images`. */
export function valueAt(path: string): { value: unknown } | undefined {
  const [root = '', ...keys] = path.split('.');
  let at = valueInReach(root);
  for (const key of keys) at = at && at.value !== undefined ? plainProperty(at.value, key) : undefined;
  return at;
}

/** Names that a value has, inherited ones too, but for those that every object has. */
export function keysOf(value: unknown): string[] {
  const keys: string[] = [];
  try {
    for (let at = objectOf(value); at && at !== Object.prototype; at = Reflect.getPrototypeOf(at) ?? undefined)
      // The elements of a list would be millions of names.
      if (!isList(at)) keys.push(...Object.getOwnPropertyNames(at).slice(0, keysRead));
  } catch {
    // A proxy that refuses to tell.
  }
  return keys.filter((key) => key !== 'constructor' && !key.startsWith('_'));
}

/** Names that are read of one object. */
const keysRead = 2000;

/** `Array.prototype` is a list, too, but an empty one. */
const isList = (value: object): boolean =>
  (Array.isArray(value) && value.length > 0) || ArrayBuffer.isView(value) || value instanceof String;

const languageNames =
  'Math JSON Promise Array Object Number String Map Set Date console setTimeout setInterval clearTimeout clearInterval parseInt parseFloat structuredClone performance Float32Array Int32Array Uint8Array undefined true false null NaN Infinity'.split(
    ' ',
  );

function own(): object {
  const names: unknown = Reflect.get(taken, ownNames);
  return typeof names === 'object' && names !== null ? names : {};
}

function stepsOf(text: string): string[] {
  return [...text.matchAll(/[\p{ID_Continue}$]+/gu)].map(([key]) => key);
}

function walk(root: string, steps: readonly string[], property: string): Missing | undefined {
  const first = valueInReach(root);
  if (!first) return undefined;
  let missing: Missing = { path: root, holder: undefined, key: undefined };
  let { value } = first;
  let path = root;
  for (const key of steps) {
    if (value === undefined || value === null) return key === property ? missing : undefined;
    const next = plainProperty(value, key);
    if (!next) return undefined;
    missing = { path, holder: value, key };
    path = /^\d/.test(key) ? `${path}[${key}]` : `${path}.${key}`;
    ({ value } = next);
  }
  return undefined;
}

/** A property as it is stored. Nothing for a getter: reading it would run code once more. */
export function plainProperty(value: unknown, key: string): { value: unknown } | undefined {
  try {
    for (let at = objectOf(value); at; at = Reflect.getPrototypeOf(at) ?? undefined) {
      const found = Reflect.getOwnPropertyDescriptor(at, key);
      if (found) return 'value' in found ? { value: found.value as unknown } : undefined;
    }
  } catch {
    return undefined;
  }
  return { value: undefined };
}

function objectOf(value: unknown): object | undefined {
  return value === undefined || value === null ? undefined : (Object(value) as object);
}
