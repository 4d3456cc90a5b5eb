import { locate } from '../compile';
import type { ErrorOutput, Program } from '../protocol';
import { inARow, say } from '../words';
import { explain, failedCall } from './explain';
import { causesOf, thrownWords } from './thrown';

/** How a running cell is named in the engine's stacks; the run number distinguishes an older version of the cell. */
export const sourceName = (cell: string, run: number): string => `cell/${cell}/${run}.js`;

const framePattern = /cell\/(.+?)\/(\d+)\.js:(\d+):(\d+)/;
const positionPattern = /:\d+:\d+\)?$/;
/** What V8, Firefox and Safari say where a text is to be compiled. */
const policyPattern =
  /(?:evaluat|eval\(\)|unsafe-eval).*(?:Content Security Policy|CSP)|call to (?:eval|Function)\(\) blocked|unsafe-eval/is;
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
 * @param remark what else the hint should say
 */
export function describeFailure(
  error: unknown,
  programOf: (cell: string, run: number) => Program | undefined,
  remark?: string,
): ErrorOutput {
  const { name, message: said, stack, isError } = thrownWords(error);
  // Browsers print the page's whole policy.
  const message = policyPattern.test(said) ? say('kernel.noEval') : said;
  const own = readerLines(stack, programOf);
  const lines = own.length > 0 ? own : readerLines(waitOf(error), programOf);
  const frames = lines.map(({ frame }) => frame);
  const [innermost] = lines;
  const known = isError ? explained(message, error, innermost?.code) : say('kernel.notError');
  const causes = isError && thrownByCell(stack) ? causesOf(error) : [];
  const behind =
    causes.length > 0 ? say('kernel.causes', { causes: causes.join(say('kernel.causes.then')) }) : undefined;
  const hint = inARow(...[known, behind, remark].filter((part) => part !== undefined));
  return { kind: 'error', name, message, frames, ...(hint && { hint }), ...(innermost && { at: innermost.frame.at }) };
}

/** The reader's lines in the stack of an error, innermost first, as texts. */
export function linesOf(error: Error, programOf: (cell: string, run: number) => Program | undefined): string[] {
  return readerLines(error.stack ?? '', programOf).map(({ frame: { cell, at, in: inside } }) =>
    say('kernel.console.call', { name: inside === undefined ? '' : `${inside}() `, cell, line: at.line }),
  );
}

function explained(message: string, error: unknown, code: string | undefined): string | undefined {
  return !/[\p{L}\p{N}]/u.test(message) ? say('kernel.noMessage') : explain(message, failedCall(error), code);
}

/** Whether the reader's own code made the error: the causes of ours are for programmers. */
function thrownByCell(stack: string): boolean {
  const first = stack.split('\n').find((line) => positionPattern.test(line));
  return first !== undefined && framePattern.test(first);
}

function waitOf(error: unknown): string {
  return (typeof error === 'object' && error !== null && waits.get(error)) || '';
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
