import { beforeAll } from 'vitest';
import { compileCell, linkProgram, locate, type Problem } from '../../src/compile';
import type { Position, Program } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

export function speakEnglish(): void {
  beforeAll(() => useWords(en, 'en'));
}

export function programOf(source: string): Program {
  const compiled = compileCell(source);
  if (!compiled.ok)
    throw new Error(`${compiled.problem.message} (${JSON.stringify(compiled.problem.at)}) in:\n${source}`);
  return compiled.program;
}

export function problemOf(source: string): Problem {
  const compiled = compileCell(source);
  if (compiled.ok) throw new Error(`compiled, but should not:\n${source}`);
  return compiled.problem;
}

export interface Result {
  value: unknown;
  names: Record<string, unknown>;
}
type Alive = (value?: unknown) => unknown;
type Held = (value: unknown) => unknown;
type Run = (names: Record<string, unknown>, alive: Alive, held: Held) => Promise<Result>;

/** Runs a program as the kernel does: linked, imported as a module, called once. */
export async function run(
  program: Program,
  names: Record<string, unknown> = {},
  alive: Alive = (value) => value,
  held: Held = (value) => value,
): Promise<Result> {
  const code = linkProgram(program, (name) => name in names);
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: Run;
  };
  return module.default(names, alive, held);
}

/** Where, in the cell's TypeScript, the innermost frame of the cell lies. */
export function placeOf(program: Program, error: unknown): Position | undefined {
  const frame = /data:text\/javascript\S*?:(\d+):(\d+)\)?$/m.exec((error instanceof Error && error.stack) || '');
  return frame ? locate(program, Number(frame[1]), Number(frame[2])) : undefined;
}
