const spellings: readonly (readonly [british: RegExp, american: string])[] = [
  [/(?<=...)our/g, 'or'],
  [/(?<=...)is(?=e|ation|ing)/g, 'iz'],
  [/^grey/, 'gray'],
  [/^centre/, 'center'],
];

/** A word in lower case, without accents, in American spelling: `Colour` → `color`. */
export function plainWord(word: string): string {
  const bare = withoutAccents(word).toLowerCase();
  return spellings.reduce((text, [british, american]) => text.replace(british, american), bare);
}

/** The same text, as long as before, with Latin letters that have no accents: `Dąbrowski` → `Dabrowski`. */
export function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0));
}

/**
 * What forms of an English word have in common: `convolutions` → `convolution`, `pooling` and `pooled` → `pool`, `stride`, `strides` and
 * `strided` → `strid`. Modest on purpose: `convolution` and `convolve` stay two words.
 */
export function wordStem(word: string): string {
  const plain = plainWord(word);
  if (!/^[a-z]{4,}$/.test(plain)) return plain;
  const one = plain.replace(/(?<=..)ies$/, 'y').replace(/(?<![suia])s$/, '');
  const bare = one.replace(/(?<=...)(?:ing|ed)$/, '');
  const doubled = bare !== one && bare.length > 3;
  return doubled ? bare.replace(/([bdgmnprt])\1$/, '$1') : bare.replace(/(?<=...)e$/, '');
}
