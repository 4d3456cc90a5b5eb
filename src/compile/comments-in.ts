/** How a comment in another language begins: `//` and a locale of the book, such as `//zh-cn `. */
const mark = '//[a-z]{2}(?:-[a-z]{2,4})? ';
const ofLines = new RegExp(`((?:^[ \\t]*// (?!#).*\\n)+)((?:^[ \\t]*${mark}.*\\n)+)`, 'gm');
const atLineEnds = new RegExp(` // ((?:(?! //).)*)((?: ${mark}(?:(?! //).)*)+)$`, 'gm');

/**
 * An author's code with its comments in one language. A comment is in English; its translations follow it, on the same line of code
 * (`code // deep //zh-cn 深 //de tief`) or, if the comment has lines to itself, in lines `//zh-cn …` and `//de …` below them. A comment
 * without a translation stays English.
 */
export function commentsIn(locale: string | undefined, text: string): string {
  const own = `//${locale ?? 'en'} `;
  return text
    .replaceAll(ofLines, (_all, english: string, others: string) => {
      const lines = others.split(/(?<=\n)/).filter((line) => line.trimStart().startsWith(own));
      return lines.length > 0 ? lines.join('').replaceAll(own, '// ') : english;
    })
    .replaceAll(atLineEnds, (_all, english: string, others: string) => {
      const comment = others.split(/ (?=\/\/)/).find((one) => one.startsWith(own));
      return ` // ${comment?.slice(own.length) ?? english}`;
    });
}
