import { choice, count, list, literal, shape, text, type Schema } from '../schema';

/** Lines of `console`; bounded by the kernel, which drops the middle of a flood. */
export interface LogOutput {
  kind: 'log';
  /** First lines, then (after `omitted` dropped ones) last lines. */
  head: LogLine[];
  omitted: number;
  tail: LogLine[];
}

export interface LogLine {
  level: 'log' | 'info' | 'warn' | 'error';
  text: string;
}

const lineSchema: Schema<LogLine> = shape<LogLine>({
  level: choice<LogLine['level']>({ log: true, info: true, warn: true, error: true }),
  text,
});

export const logSchema: Schema<LogOutput> = shape<LogOutput>({
  kind: literal('log'),
  head: list(lineSchema),
  omitted: count,
  tail: list(lineSchema),
});
