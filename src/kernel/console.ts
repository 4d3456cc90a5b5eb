import type { LogLine } from '../protocol';
import { clock } from './clock';
import type { LogCollector } from './log';

/** The part of `console` that a cell can use. */
export type CellConsole = Pick<
  Console,
  'log' | 'info' | 'warn' | 'error' | 'debug' | 'assert' | 'count' | 'time' | 'timeEnd' | 'table' | 'trace'
>;

/**
 * A console whose lines go to the cell's output.
 * @param describe one line for a value that is not a string
 * @param showTable what `console.table` does
 */
export function cellConsole(
  log: LogCollector,
  describe: (value: unknown) => string,
  showTable: (value: unknown) => void,
): CellConsole {
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const print =
    (level: LogLine['level']) =>
    (...values: unknown[]): void =>
      log.add(level, values.map((value) => (typeof value === 'string' ? value : describe(value))).join(' '));
  const line = print('log');

  return {
    log: line,
    debug: line,
    trace: line,
    info: print('info'),
    warn: print('warn'),
    error: print('error'),
    assert(condition, ...values) {
      if (!condition) print('error')('Assertion failed:', ...values);
    },
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      line(`${label}: ${counts.get(label)}`);
    },
    time: (label = 'default') => void starts.set(label, clock()),
    timeEnd(label = 'default') {
      const start = starts.get(label);
      if (start === undefined) return;
      starts.delete(label);
      line(`${label}: ${(clock() - start).toFixed(2)} ms`);
    },
    table: (value) => showTable(value),
  };
}
