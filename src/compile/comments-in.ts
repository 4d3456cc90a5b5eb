/** The mark of another language at the head of its comment: `//zh-cn `, a locale of the book. */
const mark = '//[a-z]{2}(?:-[a-z]{2,4})? ';
const ofLines = new RegExp(`((?:^[ \\t]*// (?!#).*\\n)+)((?:^[ \\t]*${mark}.*\\n)+)`, 'gm');
const atLineEnds = new RegExp(` // ((?:(?! //).)*)((?: ${mark}(?:(?! //).)*)+)$`, 'gm');

/**
 * What an author wrote, with its comments in one language. A comment is English; other languages follow it, on the same line of code
 * (`code // deep //zh-cn 深 //de tief`) or, for lines that are all comment, in lines `//zh-cn …` and `//de …` below them. A comment
 * that the language lacks stays English.
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
