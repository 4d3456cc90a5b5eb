import type { HeatMapOutput } from '../../protocol';
import { formatShared } from '../kit/number-format';

interface Label {
  text: string;
  /** CSS pixels from the top left corner of the whole drawing; the middle of the text, or its end for row names. */
  x: number;
  y: number;
}

export interface HeatMapLayout {
  /** The whole drawing in CSS pixels, and where its cells begin. */
  width: number;
  height: number;
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
  rowLabels: Label[];
  columnLabels: Label[];
  /** Column names that are too long for their column are slanted. */
  leaning: boolean;
  /** The cells' numbers in row-major order, where they fit. */
  numbers?: { texts: string[]; font: number };
}

const labelCharacter = 6.7; // Width of a character of an 11 px monospaced label.
const numberCharacter = 0.62; // Width of a monospaced character as a part of its font size.
/** CSS pixels: the maximum height of cells and, without numbers, their maximum width. */
const tallestCell = 40;
/** CSS pixels: the minimum width of a cell for a number. */
const narrowestNumber = 18;
/** The maximum number of cells that get numbers: in more, they would be too small to read and slow to lay out. */
const mostNumbers = 2500;

/** Fits a matrix into `available` CSS pixels: cells as large as their numbers need, smaller if space is short, at least 4 px. */
export function layoutHeatMap(map: HeatMapOutput, available: number): HeatMapLayout {
  const rowNames = (map.rowNames ?? indices(map.rows)).map(shorten);
  const columnNames = (map.columnNames ?? indices(map.columns)).map(shorten);
  const left = Math.ceil(longestText(rowNames) * labelCharacter) + 10;
  const wish = wishedWidth(map);
  const widthBeside = (overhang: number): number =>
    Math.max(4, Math.min(wish, Math.floor((available - left - Math.max(overhang, 6)) / map.columns)));
  const longestName = longestText(columnNames) * labelCharacter;
  const leaning = map.columnNames !== undefined && longestName > widthBeside(0) - 4 && longestName > 16;
  const overhang = leaning ? Math.ceil(longestText(columnNames.slice(-1)) * labelCharacter * 0.71) : 0;
  const cellWidth = widthBeside(overhang);
  const cellHeight = Math.min(cellWidth, tallestCell);
  const top = leaning ? Math.ceil(longestName * 0.71) + 12 : 22;
  const numbers = fitNumbers(map, cellWidth, cellHeight);
  return {
    left,
    top,
    cellWidth,
    cellHeight,
    leaning,
    width: left + map.columns * cellWidth + Math.max(overhang, 6),
    height: top + map.rows * cellHeight + 6,
    rowLabels: pick(rowNames, cellHeight, 14, (text, middle) => ({ text, x: left - 6, y: top + middle })),
    columnLabels: pick(columnNames, cellWidth, leaning ? 12 : 24, (text, middle) => ({
      text,
      x: left + middle,
      y: top - (leaning ? 8 : 11),
    })),
    ...(numbers && { numbers }),
  };
}

function indices(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

function shorten(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}

/** Characters of the longest text; a wide (Chinese) one counts as nearly two. */
function longestText(texts: readonly string[]): number {
  return texts.reduce(
    (most, text) =>
      Math.max(
        most,
        [...text].reduce((sum, c) => sum + (c > '\u2E7F' ? 1.7 : 1), 0),
      ),
    0,
  );
}

function wishedWidth(map: HeatMapOutput): number {
  if (map.rows * map.columns > mostNumbers) return tallestCell;
  const wish = numbersOf(map, 4).longest * 13 * numberCharacter + 12;
  return Math.ceil(Math.min(96, Math.max(tallestCell, wish)));
}

function fitNumbers(map: HeatMapOutput, width: number, height: number): HeatMapLayout['numbers'] {
  if (map.rows * map.columns > mostNumbers || width < narrowestNumber) return undefined;
  const sizes = [
    [4, 13],
    [4, 12],
    [3, 12],
    [3, 11],
    [2, 11],
    [3, 10],
    [2, 10],
    [2, 9],
    [1, 10],
    [1, 9],
  ] as const;
  for (const [digits, font] of sizes) {
    const { texts, longest } = numbersOf(map, digits);
    if (longest * font * numberCharacter + 4 <= width && font * 1.4 <= height) return { texts, font };
  }
  return undefined;
}

interface Numbers {
  texts: string[];
  /** Characters of the longest. */
  longest: number;
}

const written = new WeakMap<HeatMapOutput, Map<number, Numbers>>();

/** The numbers of a matrix with so many digits. Every size that is tried needs them, and every change of the width. */
function numbersOf(map: HeatMapOutput, digits: number): Numbers {
  const all = written.get(map) ?? new Map<number, Numbers>();
  written.set(map, all);
  const known = all.get(digits);
  if (known) return known;
  const texts = formatShared(map.values, digits);
  const numbers = { texts, longest: longestText(texts) };
  all.set(digits, numbers);
  return numbers;
}

/** Every label if they fit, otherwise every second, fifth, tenth … */
function pick(
  names: readonly string[],
  size: number,
  needed: number,
  place: (text: string, middle: number) => Label,
): Label[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((count) => count * size >= needed) ?? 1000;
  return names.flatMap((text, index) => (index % step === 0 ? [place(text, (index + 0.5) * size)] : []));
}
