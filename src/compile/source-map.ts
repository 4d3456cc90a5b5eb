const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One token's place in the output and in the source; lines and columns from 0. */
export interface Segment {
  line: number;
  column: number;
  sourceLine: number;
  sourceColumn: number;
}

/** Reads the `mappings` of a version 3 source map that has one source (https://tc39.es/ecma426/). */
export function decodeMappings(mappings: string): Segment[] {
  const segments: Segment[] = [];
  let sourceLine = 0;
  let sourceColumn = 0;
  mappings.split(';').forEach((group, line) => {
    let column = 0;
    for (const text of group.split(',')) {
      const [columnStep, , lineStep, sourceStep] = decodeNumbers(text);
      if (columnStep === undefined || lineStep === undefined || sourceStep === undefined) continue;
      column += columnStep;
      sourceLine += lineStep;
      sourceColumn += sourceStep;
      segments.push({ line, column, sourceLine, sourceColumn });
    }
  });
  return segments;
}

/** Base64 VLQ: five bits a digit, the sixth says that more follow; the lowest bit of the number is its sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of text) {
    const digit = digits.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
