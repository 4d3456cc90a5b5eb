/**
 * What an author wrote, with its comments in one language. A comment is English; its Chinese stands behind it, on the same line of
 * code (`code // deep //zh-cn 深`) or, for lines that are all comment, in lines `//zh-cn …` below them.
 *
 * @param locale `zh-cn`, or any other for English
 */
export function commentsIn(locale: string | undefined, text: string): string {
  const chinese = locale === 'zh-cn';
  return text
    .replaceAll(
      /((?:^[ \t]*\/\/ (?!#).*\n)+)((?:^[ \t]*\/\/zh-cn .*\n)+)/gm,
      (_both, english: string, other: string) => (chinese ? other.replaceAll('//zh-cn ', '// ') : english),
    )
    .replaceAll(/ \/\/ ((?:(?! \/\/).)*) \/\/zh-cn (.*)$/gm, (_both, english: string, other: string) =>
      chinese ? ` // ${other}` : ` // ${english}`,
    );
}
