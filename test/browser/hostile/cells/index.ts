import { charts } from './charts.ts';
import type { Family } from './family.ts';
import { floods } from './floods.ts';
import { forged } from './forged.ts';
import { globals } from './globals.ts';
import { imports } from './imports.ts';
import { memory } from './memory.ts';
import { oddValues } from './odd-values.ts';
import { outputs } from './outputs.ts';
import { pollution } from './pollution.ts';
import { recursion } from './recursion.ts';
import { rejections } from './rejections.ts';
import { syncLoops } from './sync-loops.ts';
import { syntax } from './syntax.ts';
import { tfMisused } from './tf-misused.ts';
import { throws } from './throws.ts';

const families: readonly Family[] = [
  ...[syntax, throws, syncLoops, floods, recursion, outputs, memory, rejections],
  ...[forged, pollution, globals, imports, tfMisused, oddValues, charts],
];

/** How a cell ends: by itself, by itself with an error that the reader sees, or when it is stopped. */
export type End = 'itself' | 'tells' | 'stopped';

export interface HostileCell {
  family: string;
  source: string;
  end: End;
}

const all = (family: string, end: End, sources: readonly string[] = []): HostileCell[] =>
  sources.map((source) => ({ family, source, end }));

/** Every hostile cell. */
export const hostileCells: readonly HostileCell[] = families.flatMap(({ name, cells, tells, endless }) => [
  ...all(name, 'itself', cells),
  ...all(name, 'tells', tells),
  ...all(name, 'stopped', endless),
]);
