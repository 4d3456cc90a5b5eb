import { beyondCells, refusedModule } from '../../compile';
import { say } from '../../words';
import type { Mistake } from './mistake';

const pageNames = beyondCells['explain.noPage'].join('|');
const storeNames = beyondCells['explain.noStore'].join('|');
const nodeNames = beyondCells['explain.noNode'].join('|');

/** A name that does not exist, as V8 and Firefox, then Safari say it. */
const missing = (names: string): RegExp => new RegExp(`^(${names}) is not defined|Can't find variable: (${names})$`);

/** Reading something of nothing, or calling it: `self.localStorage.getItem`, `self.alert(…)`. */
const ofNothing = /undefined|is not a function|is not an object|null/;
const inLine = (names: string): RegExp => new RegExp(String.raw`\b(?:self|globalThis|window)\s*\.\s*(${names})\b`);

/** What lies outside a cell: the page, the network, the reader's device, the engine's limits. */
export const borderMistakes: Mistake[] = [
  {
    says: /^document is not defined|only supported in browser/,
    hint: (_, __, line) => (/webcam/.test(line) ? say('explain.noCamera') : undefined),
  },
  {
    says: /Failed to resolve module specifier|was a bare specifier|Module name, '.*' does not resolve|dynamically imported module|Importing a module script failed|default ESM loader/,
    hint(_, __, line) {
      const module = /\bimport\(\s*['"`]([^'"`]+)['"`]/.exec(line)?.[1];
      // An address is not a package: it is out of reach.
      return module && !module.includes('://') ? refusedModule(module) : undefined;
    },
  },
  {
    says: /does not support local storage|`document` is not present|Cannot find any (?:save|load) handlers for URL/,
    hint: () => say('explain.saveAddress'),
  },
  { says: missing(pageNames), hint: ([, one, other]) => say('explain.noPage', { name: one ?? other ?? '' }) },
  { says: missing(storeNames), hint: ([, one, other]) => say('explain.noStore', { name: one ?? other ?? '' }) },
  { says: missing(nodeNames), hint: ([, one, other]) => say('explain.noNode', { name: one ?? other ?? '' }) },
  {
    says: ofNothing,
    hint(_, __, line) {
      const page = inLine(pageNames).exec(line)?.[1];
      if (page !== undefined) return say('explain.noPage', { name: page });
      const store = inLine(storeNames).exec(line)?.[1];
      if (store !== undefined) return say('explain.noStore', { name: store });
      const device = /\bnavigator\s*\.\s*(\w+)/.exec(line)?.[1];
      return device === undefined ? undefined : say('explain.noPage', { name: `navigator.${device}` });
    },
  },
  {
    // Storage behind an opaque origin, or forbidden by the reader.
    says: /IDBFactory|CacheStorage|StorageManager|LockManager|Indexed Database API|Storage directory access|Locks API|denied in this context|The operation is insecure/,
    hint: () => say('explain.noStore', { name: 'indexedDB' }),
  },
  {
    says: /Failed to fetch|NetworkError when attempting to fetch|^Load failed|XMLHttpRequest|A network error occurred|WebSocket|EventSource|WebTransport|dynamically imported module|Importing a module script failed|Failed to resolve module specifier|importScripts|Failed to construct '(?:Shared)?Worker'|Failed to load script/,
    hint: () => say('explain.noNetwork'),
  },
  { says: /call stack|too much recursion/i, hint: () => say('explain.recursion') },
  {
    // A size that no device has; a negative one is a slip in the arithmetic.
    says: /Invalid typed array length: (\d{9,}|Infinity)|Invalid string length|allocation size overflow|Array buffer allocation|could not allocate|Cannot allocate|WebAssembly\.(?:Memory|instantiate)\(\).*(?:memory|allocat)|Unable to grow|Aborted\(OOM\)|(?:Map|Set) maximum size exceeded|Maximum BigInt size exceeded|Invalid array buffer length|length too large|size is too large|out of memory/i,
    hint: () => say('explain.memory'),
  },
];
