import * as v from 'valibot';
import { bounds } from './bounds';

/*
 * The vocabulary in which the types of this room are written once more, as checks of data that comes from code which is not the page's
 * own. A check does not compile unless it names every field of its type, the optional ones too, and no other.
 */

/** Checks that a value is a `Type`; what it returns has the fields of `Type` and no others. */
export type Schema<Type> = v.GenericSchema<unknown, Type>;

type FieldSchema<Type, Key extends keyof Type> =
  object extends Pick<Type, Key>
    ? v.ExactOptionalSchema<Schema<Exclude<Type[Key], undefined>>, undefined>
    : Schema<Type[Key]>;

/** An object with these fields. */
export function shape<Type extends object>(fields: { [Key in keyof Type]-?: FieldSchema<Type, Key> }): Schema<Type> {
  return v.object(fields as v.ObjectEntries) as Schema<unknown> as Schema<Type>;
}

/** A field that may be absent. */
export const maybe = <Type>(schema: Schema<Type>): v.ExactOptionalSchema<Schema<Type>, undefined> =>
  v.exactOptional(schema);

type Tagged<Tag extends string> = Partial<Record<Tag, unknown>>;
type Member<Union, Tag extends keyof Union, Name> = Union extends unknown
  ? Name extends Union[Tag]
    ? Union
    : never
  : never;

/** One of several objects, told apart by the text in the field `tag`. */
export function variants<Union extends object, Tag extends keyof Union & string>(
  tag: Tag,
  members: { [Name in Union[Tag] & string]: Schema<Member<Union, Tag, Name>> },
): Schema<Union> {
  const table = new Map(Object.entries<unknown>(members)) as ReadonlyMap<unknown, Schema<Union>>;
  return v.lazy((input) => {
    const name = typeof input === 'object' && input !== null ? (input as Tagged<Tag>)[tag] : undefined;
    return table.get(name) ?? nothing;
  });
}

const nothing = v.never();

/** A value of one of two kinds. */
export const either = <One, Other>(one: Schema<One>, other: Schema<Other>): Schema<One | Other> =>
  v.union([one, other]);

/** The schema, and one more condition: such as that a length fits two sizes. */
export const where = <Type>(schema: Schema<Type>, holds: (value: Type) => boolean): Schema<Type> =>
  v.pipe(schema, v.check(holds));

export const literal = <const Value extends string>(value: Value): Schema<Value> => v.literal(value);

/** One of these texts; the record makes sure that none is missing. */
export const choice = <Name extends string>(names: Record<Name, true>): Schema<Name> =>
  v.custom<Name>((value) => typeof value === 'string' && Object.hasOwn(names, value));

/** One of these texts. */
export const oneOf = <Name extends string>(...names: Name[]): Schema<Name> => v.picklist(names);

/** One of a few numbers. */
export const among = <const Value extends number>(...values: Value[]): Schema<Value> => v.picklist(values);

const textOf = (most: number): Schema<string> => v.pipe(v.string(), v.maxLength(most));
export const name = textOf(bounds.name);
export const title = textOf(bounds.title);
export const text = textOf(bounds.text);
/** A description of a model. */
export const json = textOf(bounds.message.characters);

export const none: Schema<null> = v.null();
export const flag: Schema<boolean> = v.boolean();

/** Any number, infinite ones and NaN too: values of tensors. */
export const real: Schema<number> = v.custom<number>((value) => typeof value === 'number');

/** A whole number from 0. */
export const count: Schema<number> = v.custom<number>((value) => isWhole(value, 0, bounds.count));
/** A whole number that may be negative. */
export const whole: Schema<number> = v.custom<number>((value) => isWhole(value, -bounds.count, bounds.count));
/** Pixels, rows or columns of one side. */
export const side: Schema<number> = v.custom<number>((value) => isWhole(value, 1, bounds.side));

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

/** A list; its length is checked before its items. */
export function list<Type>(item: Schema<Type>, most: number = bounds.items): Schema<Type[]> {
  return v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(item),
  );
}

export const pair = <One, Other>(one: Schema<One>, other: Schema<Other>): Schema<[One, Other]> =>
  v.strictTuple([one, other]);

/** Numbers by name. Names that every object has, such as `constructor`, are left out. */
export const numbersByName: Schema<Record<string, number>> = v.record(
  v.pipe(v.string(), v.maxLength(bounds.name)),
  real,
);

/** Plain data, as JSON has it, in an object. No field may be called `__proto__`, which merges of objects would follow. */
export const jsonObject: Schema<Record<string, unknown>> = v.custom<Record<string, unknown>>(
  (value) => isJson(value) && typeof value === 'object' && value !== null && !Array.isArray(value),
);

function isJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint' && value !== undefined;
  if (Array.isArray(value)) return value.every(isJson);
  const plain = Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, '__proto__');
  return plain && Object.values(value).every(isJson);
}

/**
 * Typed arrays are told by their class and length, at no cost; their numbers may be any. Shared memory is refused: the page would read
 * what a cell still writes.
 */
const isOwn = (array: ArrayBufferView): boolean => array.buffer instanceof ArrayBuffer;
const numbers = <Type extends Float32Array | Int32Array>(of: new (...given: never[]) => Type): Schema<Type> =>
  v.pipe(
    v.instance(of),
    v.check((array) => isOwn(array) && array.length <= bounds.numbers),
  ) as Schema<unknown> as Schema<Type>;
export const floats: Schema<Float32Array> = numbers(Float32Array);
export const integers: Schema<Int32Array> = numbers(Int32Array);
export const bytes: Schema<Uint8Array> = v.pipe(
  v.instance(Uint8Array),
  v.check((array) => isOwn(array)),
);

/** Memory that is not shared. */
export const buffer: Schema<ArrayBuffer> = v.instance(ArrayBuffer);

/** The value, if it fits. Ends at the first fault, so that a list of faults cannot grow. */
export function fitting<Type>(schema: Schema<Type>, value: unknown): Type | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  return result.success ? result.output : undefined;
}
