import { locate } from '../compile';
import type { ErrorOutput, Program } from '../protocol';
import { explain, failedCall } from './explain';

/** How a running cell is named in the engine's stacks; the run number distinguishes an older version of the cell. */
export const sourceName = (cell: string, run: number): string => `cell/${cell}/${run}.js`;

const framePattern = /cell\/(.+?)\/(\d+)\.js:(\d+):(\d+)/;
const functionPattern = /^\s*at (?:async )?(?:new )?([\w$.<>]+) /;
/** Names that the wrapper around a cell leaves in stacks. */
const wrapperNames = /(^|\.)(default|eval|<anonymous>)$/;

/** For each error, the stack of the `await` through which it came into a cell: the stack of an asynchronous failure has no line of the reader's. */
const waits = new WeakMap<object, string>();

/** Keeps where the cell waited for what failed with `error`. */
export function keepWait(error: unknown, wait: Error): void {
  if (typeof error === 'object' && error !== null && !waits.has(error)) waits.set(error, wait.stack ?? '');
}

/**
 * An error as the reader should see it: its own words, our explanation where we have one, and the reader's lines in its stack.
 * @param programOf the program that a run number ran, if it is still known
 */
export function describeFailure(
  error: unknown,
  programOf: (cell: string, run: number) => Program | undefined,
): ErrorOutput {
  const { name, message, stack } = nameAndMessage(error);
  const own = readerLines(stack, programOf);
  const lines = own.length > 0 ? own : readerLines(waitOf(error), programOf);
  const frames = lines.map(({ frame }) => frame);
  const [innermost] = lines;
  const hint = explain(message, failedCall(error), innermost?.code);
  return { kind: 'error', name, message, frames, ...(hint && { hint }), ...(innermost && { at: innermost.frame.at }) };
}

function waitOf(error: unknown): string {
  return (typeof error === 'object' && error !== null && waits.get(error)) || '';
}

/** Any value can be thrown, even one whose properties throw. */
function nameAndMessage(error: unknown): { name: string; message: string; stack: string } {
  try {
    if (error instanceof Error)
      return { name: String(error.name), message: String(error.message), stack: String(error.stack ?? '') };
    return { name: typeof error, message: String(error), stack: '' };
  } catch {
    return { name: 'Error', message: '?', stack: '' };
  }
}

type Frame = ErrorOutput['frames'][number];

/** The reader's own lines in a stack, innermost first, each with its code as it ran. */
function readerLines(
  stack: string,
  programOf: (cell: string, run: number) => Program | undefined,
): { frame: Frame; code: string }[] {
  return stack.split('\n').flatMap((line) => {
    const match = framePattern.exec(line);
    if (!match) return [];
    const [, cell = '', run, row, column] = match;
    const program = programOf(cell, Number(run));
    if (!program) return [];
    const inside = functionPattern.exec(line)?.[1];
    const at = locate(program, Number(row), Number(column));
    const frame = { cell, at, ...(inside && !wrapperNames.test(inside) && { in: inside }) };
    return [{ frame, code: program.code.split('\n')[Number(row) - 1] ?? '' }];
  });
}
