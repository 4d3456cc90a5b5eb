/**
 * The places of a phrase, read from its text. `{name}` takes a text or a number as it is. `{count:# row|# rows}` takes a count and
 * chooses the language's form for it; `#` is the number, formatted for the language.
 */

/** What is between the braces. A brace before a space belongs to the text: `{ title: 'A' }` is code that the phrase quotes. */
export type Places<Phrase extends string> = Phrase extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends ` ${string}` ? never : Inside) | Places<Rest>
  : never;

type Name<Place extends string> = Place extends `${infer Before}:${string}` ? Before : Place;

/** The values that a phrase needs: a number for a count, even if the phrase also names it without forms. */
export type Values<Phrase extends string> = {
  readonly [Each in Name<Places<Phrase>>]: Extract<Places<Phrase>, `${Each}:${string}`> extends never
    ? string | number
    : number;
};

/** A phrase in another language: any text with the same places, in any order. */
export type Translated<Phrase extends string> = Phrase extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends ` ${string}` ? string : Holding<Inside>) & Translated<Rest>
  : string;

type Holding<Place extends string> = Place extends `${infer Before}:${string}`
  ? `${string}{${Before}:${string}`
  : `${string}{${Place}}${string}`;

/** A room's phrases in another language: the same keys, none missing and none added. */
export type Translation<Phrases extends Record<string, string>> = {
  readonly [Key in keyof Phrases]: Translated<Phrases[Key]>;
};
