/** A cell's code without comments and empty lines: what is left is the same in both languages of the book. */
export function withoutComments(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
