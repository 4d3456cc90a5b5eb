import { locate } from '../compile';
import type { ErrorOutput, Position, Program } from '../protocol';
import { explain } from './explain';

/** How a running cell is named in the engine's stacks; the run number tells an older version of the cell apart. */
export const sourceName = (cell: string, run: number): string => `cell/${cell}/${run}.js`;

const framePattern = /cell\/(.+?)\/(\d+)\.js:(\d+):(\d+)/;
const functionPattern = /^\s*at (?:async )?(?:new )?([\w$.<>]+) /;
/** Names that the wrapper around a cell leaves in stacks. */
const wrapperNames = /(^|\.)(default|eval|<anonymous>)$/;

/**
 * An error as the reader shall see it: its own words, our explanation where we have one, and the reader's own lines.
 * @param programOf the program that a run number ran, if it is still known
 */
export function describeFailure(
  error: unknown,
  programOf: (cell: string, run: number) => Program | undefined,
): ErrorOutput {
  const { name, message, stack } = nameAndMessage(error);
  const frames = stack.split('\n').flatMap((line) => readerFrame(line, programOf));
  const hint = explain(message, stack);
  const innermost = frames[0];
  return { kind: 'error', name, message, frames, ...(hint && { hint }), ...(innermost && { at: innermost.at }) };
}

/** Any value can be thrown, also one whose properties throw. */
function nameAndMessage(error: unknown): { name: string; message: string; stack: string } {
  try {
    if (error instanceof Error)
      return { name: String(error.name), message: String(error.message), stack: String(error.stack ?? '') };
    return { name: typeof error, message: String(error), stack: '' };
  } catch {
    return { name: 'Error', message: '?', stack: '' };
  }
}

function readerFrame(
  line: string,
  programOf: (cell: string, run: number) => Program | undefined,
): { cell: string; at: Position; in?: string }[] {
  const match = framePattern.exec(line);
  if (!match) return [];
  const [, cell = '', run, row, column] = match;
  const program = programOf(cell, Number(run));
  if (!program) return [];
  const inside = functionPattern.exec(line)?.[1];
  return [
    {
      cell,
      at: locate(program, Number(row), Number(column)),
      ...(inside && !wrapperNames.test(inside) && { in: inside }),
    },
  ];
}
