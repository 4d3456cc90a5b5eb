import { consoleTable } from '../../lab';
import type { LogLine, Output } from '../../protocol';
import { say } from '../../words';
import { clock } from '../clock';
import { printed, unfolding, type Printed } from './format';
import type { LogCollector } from './log';

/** What a cell has as `console`: what browsers have. */
export type CellConsole = Pick<Console, (typeof methods)[number]>;

/** All methods of a browser's `console`. */
export const methods = [
  ...(['log', 'info', 'warn', 'error', 'debug', 'trace', 'assert', 'dir', 'dirxml', 'table', 'clear'] as const),
  ...([
    'group',
    'groupCollapsed',
    'groupEnd',
    'count',
    'countReset',
    'time',
    'timeLog',
    'timeEnd',
    'timeStamp',
  ] as const),
] as const;

/** Levels of groups that are shown as such. */
const deepest = 10;
/** Names that counters or timers may have at a time. */
const mostLabels = 1000;

/**
 * A console whose lines go to the cell's output.
 * @param show shows a table
 * @param calls the lines of the calls that led here, for `trace`
 */
export function cellConsole(log: LogCollector, show: (output: Output) => void, calls: () => string[]): CellConsole {
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  let groups = 0;

  const add = (level: LogLine['level'], parts: readonly Printed[], group?: LogLine['group']): void =>
    log.add({ level, parts, ...(groups > 0 && { depth: Math.min(groups, deepest) }), ...(group && { group }) });
  const print =
    (level: LogLine['level']) =>
    (...values: unknown[]): void =>
      add(level, printed(values));
  const line = print('log');
  const warn = (text: string): void => add('warn', [{ text }]);
  const begin =
    (group: 'open' | 'folded') =>
    (...values: unknown[]): void => {
      add('log', values.length > 0 ? printed(values) : [{ text: say('kernel.console.group') }], group);
      groups += 1;
    };
  const elapsed = (label: string, values: unknown[]): boolean => {
    const start = starts.get(label);
    if (start === undefined) warn(say('kernel.console.noTimer', { label }));
    else add('log', [{ text: `${label}: ${(clock() - start).toFixed(2)} ms` }, ...values.flatMap(after)]);
    return start !== undefined;
  };
  const after = (value: unknown): Printed[] => [{ text: ' ' }, ...printed([value])];

  return {
    log: line,
    debug: line,
    info: print('info'),
    warn: print('warn'),
    error: print('error'),
    dir: (value?: unknown) => add('log', [unfolding(value)]),
    dirxml: line,
    trace(...values) {
      const title = values.length > 0 ? printed(values) : [{ text: say('kernel.console.trace') }];
      add('log', [...title, { text: calls().map((call) => `\n    ${call}`).join('') }]); // prettier-ignore
    },
    assert(condition, ...values) {
      if (condition) return;
      const [first, ...rest] = values;
      const failed = say('kernel.console.assertion');
      if (values.length === 0) print('error')(failed);
      // A first text may have places for the values after it.
      else if (typeof first === 'string') print('error')(`${failed}: ${first}`, ...rest);
      else print('error')(`${failed}:`, ...values);
    },
    table(value?: unknown, columns?: unknown) {
      const table = consoleTable(value, columns);
      if (table) show(table);
      else line(value);
    },
    clear() {
      groups = 0;
      log.clear();
    },
    group: begin('open'),
    groupCollapsed: begin('folded'),
    groupEnd: () => void (groups = Math.max(0, groups - 1)),
    count(label = 'default') {
      if (counts.size < mostLabels || counts.has(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
      add('log', [{ text: `${label}: ${counts.get(label) ?? 1}` }]);
    },
    countReset(label = 'default') {
      if (!counts.delete(label)) warn(say('kernel.console.noCount', { label }));
    },
    time(label = 'default') {
      if (starts.has(label)) warn(say('kernel.console.timerRuns', { label }));
      else if (starts.size < mostLabels) starts.set(label, clock());
    },
    timeLog: (label = 'default', ...values) => void elapsed(label, values),
    timeEnd(label = 'default') {
      if (elapsed(label, [])) starts.delete(label);
    },
    // A mark in a browser's own measurements, which no reader sees.
    timeStamp: () => undefined,
  };
}
