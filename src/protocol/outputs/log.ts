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
