/** The built-ins of the platform, as they were before any cell ran. */
export interface BuiltIns {
  /** Puts back what a cell has replaced, as far as it lets itself be put back, so that the kernel can go on. */
  mend(): void;
  /** The first built-in that had been replaced since the last call, `Promise.resolve`; undefined if none was. */
  takeDamage(): string | undefined;
}

/** What the kernel and TensorFlow.js cannot do without. What is not here, a cell may replace for itself: `fetch`, `Date`, `console`. */
const vital = `Object Function Array Error TypeError RangeError Promise Map Set WeakMap WeakSet WeakRef String Number
  Boolean Symbol BigInt RegExp Math JSON Reflect Proxy ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array
  Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array
  URL Blob TextDecoder TextEncoder WebAssembly EventTarget Event MessageEvent MessagePort MessageChannel Performance performance
  structuredClone queueMicrotask setTimeout clearTimeout setInterval clearInterval postMessage addEventListener
  removeEventListener dispatchEvent isFinite isNaN parseFloat parseInt`.split(/\s+/);

/** Parts of the above that are a reader's business, and settings that engines and tools write themselves. */
const free = new Set(['Math.random', 'Error.stackTraceLimit', 'Error.prepareStackTrace', 'Performance.prototype.now']);

/** Names that every object would inherit, and by which the language itself decides: what is thenable, what a descriptor says. */
const poison = ['then', 'get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'next', 'done', 'toJSON', '0'];

interface Part {
  name: string;
  owner: object;
  key: PropertyKey;
  was: PropertyDescriptor;
}

/** Takes note of the built-ins; call it before any cell runs. */
export function keepBuiltIns(): BuiltIns {
  // Called without looking anything up: a cell may have replaced any of these by the time.
  const { getOwnPropertyDescriptor, defineProperty, deleteProperty, getPrototypeOf, setPrototypeOf } = Reflect;
  const everyObject = Object.prototype;
  const everyList = Array.prototype;
  const owners = vitalOwners();
  const parts = owners.flatMap(([name, owner]) => partsOf(name, owner));
  const parents = owners.map(([name, owner]) => ({ name, owner, parent: getPrototypeOf(owner) }));
  let damage: string | undefined;

  /** Removes what would be inherited by everything. */
  function clean(owner: object, name: string): void {
    for (let index = 0; index < poison.length; index += 1) {
      const key = poison[index] ?? '';
      if (!getOwnPropertyDescriptor(owner, key)) continue;
      damage ??= `${name}.${key}`;
      deleteProperty(owner, key);
    }
  }

  return {
    mend() {
      // First, because a polluted `get` would spoil every descriptor below.
      clean(everyObject, 'Object.prototype');
      clean(everyList, 'Array.prototype');
      // Loops by index: `for of` goes through Array.prototype[Symbol.iterator], which may be what was replaced.
      for (let index = 0; index < parts.length; index += 1) {
        const { name, owner, key, was } = parts[index] as Part;
        const now = getOwnPropertyDescriptor(owner, key);
        if (now && isSame(now, was)) continue;
        damage ??= name;
        defineProperty(owner, key, was);
      }
      for (let index = 0; index < parents.length; index += 1) {
        const { name, owner, parent } = parents[index] as (typeof parents)[number];
        if (getPrototypeOf(owner) === parent) continue;
        damage ??= name;
        setPrototypeOf(owner, parent);
      }
    },
    takeDamage() {
      const taken = damage;
      damage = undefined;
      return taken;
    },
  };
}

function isSame(now: PropertyDescriptor, was: PropertyDescriptor): boolean {
  return (
    now.value === was.value &&
    now.get === was.get &&
    now.set === was.set &&
    now.writable === was.writable &&
    now.configurable === was.configurable
  );
}

/** The objects whose properties are watched, with their names. */
function vitalOwners(): [string, object][] {
  const named = vital.flatMap((name): [string, object][] => {
    const value: unknown = Reflect.get(globalThis, name);
    if (!isObject(value)) return [];
    const prototype: unknown = Reflect.get(value, 'prototype');
    return [[name, value], ...(isObject(prototype) ? [[`${name}.prototype`, prototype] as [string, object]] : [])];
  });
  const typedArray = Reflect.getPrototypeOf(Int8Array) ?? Int8Array;
  const unnamed: [string, object | null][] = [
    ['TypedArray', typedArray],
    ['TypedArray.prototype', Reflect.getPrototypeOf(Int8Array.prototype)],
    ['Array Iterator', Reflect.getPrototypeOf([].values())],
    ['Map Iterator', Reflect.getPrototypeOf(new Map().values())],
    ['Set Iterator', Reflect.getPrototypeOf(new Set().values())],
    ['String Iterator', Reflect.getPrototypeOf(''[Symbol.iterator]())],
    ['Generator', Reflect.getPrototypeOf(Reflect.getPrototypeOf((function* () {})()) ?? {})],
    ['AsyncGenerator', Reflect.getPrototypeOf(Reflect.getPrototypeOf((async function* () {})()) ?? {})],
  ];
  return [...named, ...unnamed.filter((one): one is [string, object] => one[1] !== null)];
}

function partsOf(name: string, owner: object): Part[] {
  const inside = Reflect.ownKeys(owner).flatMap((key): Part[] => {
    const full = typeof key === 'symbol' ? `${name}[${key.description ?? ''}]` : `${name}.${key}`;
    const part = partOf(full, owner, key);
    return free.has(full) || !part ? [] : [part];
  });
  const outside = vital.includes(name) ? partOf(name, globalThis, name) : undefined;
  return outside ? [outside, ...inside] : inside;
}

/**
 * Makes a global a plain value. Node makes some of its globals when they are read for the first time, and keeps what is assigned to others
 * where nobody sees it.
 */
function settle(name: PropertyKey): void {
  const value: unknown = Reflect.get(globalThis, name);
  const found = Reflect.getOwnPropertyDescriptor(globalThis, name);
  if (found?.get && found.configurable) {
    const { enumerable = false } = found;
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable });
  }
}

/** Texts and numbers, as the length of a list is, change by themselves. */
function partOf(name: string, owner: object, key: PropertyKey): Part | undefined {
  if (owner === globalThis) settle(key);
  const found = Reflect.getOwnPropertyDescriptor(owner, key);
  if (!found || ('value' in found && !isObject(found.value))) return undefined;
  // Without a prototype, so that nothing that a cell adds to all objects can get into it.
  return { name, owner, key, was: Object.assign(Object.create(null) as PropertyDescriptor, found) };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
