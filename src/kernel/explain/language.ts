import * as tf from '@tensorflow/tfjs';
import { inARow, listed, say } from '../../words';
import { foreignName, pythonMethods } from './foreign-names';
import type { Mistake } from './mistake';
import { keysOf, missingBefore, namesInReach, plainProperty, valueAt, type Missing } from './names-in-reach';
import { nearest } from './names';

/** Reading a property of nothing, as V8, Firefox and Safari say it. */
const ofNothing =
  /^Cannot read properties of (?:undefined|null) \(reading '(.+)'\)|can't access property "(.+?)", |(?:undefined|null) is not an object \(evaluating '.*?\.([\w$]+)'\)/;

/** A path of names that is called and is no function. */
const noFunction =
  /^([\p{ID_Continue}$]+(?:\.[\p{ID_Continue}$]+)*)\.([\p{ID_Continue}$]+) is not a (?:function|constructor)/u;

/** Mistakes that a value at hand explains exactly. */
export const propertyMistakes: Mistake[] = [
  {
    says: ofNothing,
    hint([, v8, firefox, safari], _, line) {
      const missing = missingBefore(v8 ?? firefox ?? safari ?? '', line);
      return missing && propertyHint(missing);
    },
  },
  {
    says: noFunction,
    hint([, path = '', name = '']) {
      const holder = valueAt(path);
      // What tf lacks, and promises, others explain better.
      if (!holder || path.startsWith('tf') || holder.value instanceof Promise) return undefined;
      const near =
        nearest(name, functionsOf(holder.value)) ?? (isTensor(holder.value) ? pythonMethods[name] : undefined);
      if (near !== undefined) return say('explain.nearProperty', { path, name: `${name}()`, near: `${near}()` });
      const value = valueAt(`${path}.${name}`)?.value;
      return value === undefined
        ? undefined
        : say('explain.notCalled', { name: `${path}.${name}`, kind: kindOf(value) });
    },
  },
];

/** Mistakes of the language itself, in the engines' words, wherever nothing better is known. */
export const languageMistakes: Mistake[] = [
  {
    says: /^(\S+) is not defined$|^Can't find variable: (\S+)$/,
    hint: ([, v8, safari], _, line) => unknownName(v8 ?? safari ?? '', line),
  },
  {
    says: /^Cannot access '(.+)' before initialization|can't access lexical declaration '(.+)' before/,
    hint: ([, v8, firefox]) => say('explain.tooEarly', { name: v8 ?? firefox ?? '' }),
  },
  {
    says: /^Assignment to constant variable|invalid assignment to const|Attempted to assign to readonly property/,
    hint: () => say('explain.constant'),
  },
  {
    says: ofNothing,
    hint([, v8, firefox, safari], _, line) {
      const property = v8 ?? firefox ?? safari ?? '';
      if (/\b(?:val_)?accuracy\b/.test(line)) return say('explain.accuracy');
      // An error from inside of TensorFlow.js reads something that is not in the reader's line.
      const read = /^\d+$/.test(property) ? `[${property}]` : property;
      return isRead(property, line) ? say('explain.ofNothing', { property: read }) : undefined;
    },
  },
  {
    says: /^Cannot destructure property '(.+?)' of/,
    hint: ([, property = '']) => say('explain.ofNothing', { property }),
  },
  {
    says: /is not iterable|requires \.\.\.iterable/,
    hint: (_, __, line) => say(/\bevaluate(?:Dataset)?\(/.test(line) ? 'explain.evaluated' : 'explain.notIterable'),
  },
  {
    says: /^([\p{ID_Continue}$.]+) is not a (?:function|constructor)/u,
    hint([, name = ''], _, line) {
      const last = name.split('.').at(-1) ?? '';
      if (
        name.startsWith('tf.') ||
        !new RegExp(String.raw`(?<![\p{ID_Continue}$])${escaped(last)}\s*\(`, 'u').test(line)
      )
        return undefined;
      const known = valueAt(name);
      return known && known.value !== undefined
        ? say('explain.notCalled', { name, kind: kindOf(known.value) })
        : say('explain.noFunction', { name });
    },
  },
  {
    says: /^Unexpected token '?<|JSON.* character '<'|JSON Parse error: Unrecognized token '<'/,
    hint: () => say('explain.json.page'),
  },
  {
    says: /in JSON at position|JSON input|is not valid JSON|^JSON\.parse: |^JSON Parse error/,
    hint: () => say('explain.json'),
  },
  {
    says: /^Invalid typed array length|^Invalid array length|^invalid array length|Array size is not a small enough positive integer/,
    hint: () => say('explain.length'),
  },
];

function propertyHint({ path, holder, key }: Missing): string | undefined {
  // What comes from a promise, other hints explain with the data set or the training.
  if (key === undefined || holder instanceof Promise) return undefined;
  const keys = keysOf(holder);
  const short = key.replace('accuracy', 'acc');
  const near = keys.includes(short) ? short : nearest(key, keys);
  if (near !== undefined) return say('explain.nearProperty', { path, name: key, near });
  if (Array.isArray(holder) && /^\d+$/.test(key))
    return say('explain.noElement', { path, count: holder.length, at: Number(key) });
  // Of a list, the names would be all its elements.
  if (Object.getPrototypeOf(holder) !== Object.prototype) return undefined;
  const own = Object.keys(holder as object);
  if (own.length === 0 || own.length > listedKeys) return undefined;
  const has = say('explain.noProperty', { path, name: key, known: listed(own) });
  if (key.startsWith('val_') && !own.some((one) => one.startsWith('val_')))
    return inARow(has, say('explain.noValidation'));
  return short === key ? has : inARow(has, say('explain.noMetric'));
}

/** Names that a hint lists. */
const listedKeys = 12;

function functionsOf(value: unknown): string[] {
  return keysOf(value).filter((key) => typeof plainProperty(value, key)?.value === 'function');
}

const isTensor = (value: unknown): boolean => value instanceof tf.Tensor;

const escaped = (name: string): string => name.replace(/[^\p{ID_Continue}]/gu, String.raw`\$&`);

/** Whether a line of code reads `property` of something. */
function isRead(property: string, line: string): boolean {
  const name = escaped(property);
  return new RegExp(
    String.raw`\.\s*${name}(?![\p{ID_Continue}$])|\[\s*['"]?${name}['"]?\s*\]|[{,]\s*${name}\s*[},:=]`,
    'u',
  ).test(line);
}

function unknownName(name: string, line: string): string {
  const foreign = foreignName(name);
  if (foreign !== undefined) return foreign;
  const near = nearest(name, namesInReach());
  if (near !== undefined) return say('explain.nearName', { name, near });
  const assigned = new RegExp(
    String.raw`(?<![\p{ID_Continue}$.])${escaped(name)}\s*(?:[-+*/%]|\*\*)?=(?![=>])`,
    'u',
  ).test(line);
  return assigned ? say('explain.undeclared', { name }) : say('explain.noName', { name });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (isTensor(value)) return say('explain.kind.tensor');
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return say('explain.kind.list');
  if (value instanceof Promise) return say('explain.kind.promise');
  if (typeof value === 'number') return say('explain.kind.number');
  if (typeof value === 'string') return say('explain.kind.text');
  if (value instanceof tf.LayersModel) return say('explain.kind.model');
  return say('explain.kind.object');
}
