import type { Locale } from '../../words';

/**
 * How TypeScript reads cells, with numbers for TypeScript's own enums, of which Monaco's copies lack some. The last two are for our own
 * worker; TypeScript does not know them.
 * @param words every phrase in the language of the page
 */
export const compilerOptions = (words: Readonly<Partial<Record<string, string>>>, locale: Locale) => ({
  /** ESNext */
  target: 99,
  /** ESNext */
  module: 99,
  /** bundler */
  moduleResolution: 100,
  /** legacy: a file without import or export is a script. */
  moduleDetection: 1,
  // The file's name: the language service does not know the short name that a tsconfig has.
  lib: ['lib.esnext.d.ts'],
  strict: true,
  // As plain JavaScript has it. `noImplicitAny` stays on, without its errors: only with it does `const list = []` take values later.
  noImplicitThis: false,
  useUnknownInCatchVariables: false,
  skipLibCheck: true,
  allowUmdGlobalAccess: true,
  noEmit: true,
  locale,
  words: JSON.stringify(words),
});
