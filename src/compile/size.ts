/**
 * What the work of compiling a text grows with: its words, its signs and its lines. A long comment costs little, a thousand semicolons
 * cost a thousand statements.
 */
export function sizeOf(text: string): number {
  return countOf(text, /[\p{ID_Continue}$]+|[^\s\p{ID_Continue}$]/gu) + countOf(text, /\n/g);
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.test(text)) count += 1;
  return count;
}
