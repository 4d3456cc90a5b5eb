import type { KeptOutput } from '../../src/kept';
import { separableCost } from '../../src/outputs/window/separable-cost';
import type { ConfusionOutput, Output, WindowOutput } from '../../src/protocol';

/** A number that the prose marks: `<Num cell="fit">.87</Num>`. */
export interface MarkedNumber {
  cell: string;
  text: string;
}

/** Every marked number of a chapter's text, in order. */
export function markedNumbers(mdx: string): MarkedNumber[] {
  return [...mdx.matchAll(/<Num cell="([^"]*)">(.*?)<\/Num>/g)].map(([, cell = '', text = '']) => ({ cell, text }));
}

/** Arrays of pixels or weights have every number of two digits somewhere; a small one is a table that the reader sees. */
const mostShown = 100;

/** The numbers that a reader can see in outputs: those of tables, curves and small arrays, and those in texts. */
export function numbersShown(outputs: readonly KeptOutput[]): number[] {
  const found: number[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'number') found.push(value);
    else if (typeof value === 'string') found.push(...numbersIn(value));
    else if (ArrayBuffer.isView(value)) {
      if (value.byteLength <= mostShown * 4) found.push(...(value as Float32Array));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const { output } of outputs) {
    visit(output);
    found.push(...besides(output));
  }
  return found;
}

/** What the page computes from an output and shows with it. */
function besides(output: Output): number[] {
  switch (output.kind) {
    case 'confusion':
      return ratesOf(output);
    case 'architecture':
      return [...totalAndShares(output.nodes.map(({ multiplyAdds }) => multiplyAdds ?? 0)), ...besides(output.summary)];
    case 'summary':
      return [
        ...totalAndShares(output.layers.map(({ parameters }) => parameters)),
        output.parameters - output.trainable,
      ];
    case 'window':
      return costsOf(output);
    default:
      return [];
  }
}

/** The sum, and in % what each has of it: bars in a summary, words and bars in a graph. */
function totalAndShares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [total, ...counts.filter((count) => count > 0).map((count) => (100 * count) / total)];
}

/** The table below a separable convolution. */
function costsOf({ steps: [first, second] }: WindowOutput): number[] {
  if (first?.mode !== 'depthwise' || second?.mode !== 'pointwise') return [];
  const costs = separableCost({
    window: first.rows.size * first.columns.size,
    channels: first.input.count,
    multiplier: first.output.count / first.input.count,
    filters: second.output.count,
    places: second.output.height * second.output.width,
  });
  return Object.values(costs).flatMap(({ weights, work }) => [weights, work]);
}

/** What the reader sees beside a confusion matrix: the accuracy, and for each class recall and precision. */
function ratesOf({ classes, counts }: ConfusionOutput): number[] {
  const size = classes.length;
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const right = classes.map((_, at) => counts[at * size + at] ?? 0);
  return [
    sum(right) / sum(counts),
    ...right.map((count, row) => count / sum(counts.slice(row * size, (row + 1) * size))),
    ...right.map((count, column) => count / sum(counts.filter((_, at) => at % size === column))),
  ];
}

/** Numbers as people write them: `.87`, `−0.5`, `7,850`, `1.2e-3`; a shape, `(3,171,256)`, is several. */
function numbersIn(text: string): number[] {
  const shapesApart = text.replaceAll(/[([][\d,]+[)\]]/g, (shape) => shape.replaceAll(',', ', '));
  const plain = shapesApart.replaceAll('−', '-').replaceAll(/(?<=\d)[,\u2009\u202f](?=\d{3})/g, '');
  return [...plain.matchAll(/-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/g)].map(([number]) => Number(number));
}

/**
 * Whether `numbers` has the one in `text`, or all where the text is a shape, to as many digits as the text gives; with `%`, a share of 1
 * counts too. A whole number has to be met exactly, unless it is a percentage.
 */
export function isShown(text: string, numbers: readonly number[]): boolean {
  const all = numbersIn(text);
  return all.length > 0 && all.every((wanted) => isOneOf(wanted, text, numbers));
}

function isOneOf(wanted: number, text: string, numbers: readonly number[]): boolean {
  const percent = text.includes('%');
  const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const near = digits > 0 || percent ? 0.5 * 10 ** -digits + 1e-9 : 1e-9;
  const match = (value: number): boolean => Math.abs(value - wanted) <= near;
  return numbers.some((value) => match(value) || (percent && match(value * 100)));
}
