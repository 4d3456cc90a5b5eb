import type { LogLine, LogOutput, Output } from '../protocol';

/** Of a flood of lines only the first and the newest are kept, this many of each. */
const kept = 500;
const longestLine = 10_000;
const pause = 100;

/** Collects lines into one log output at a time; another output in between begins a new log below it. */
export interface LogCollector {
  add(level: LogLine['level'], text: string): void;
  /** Sends what is held back and lets the next line begin a new log. */
  cut(): void;
}

/**
 * @param emit shows or replaces the log at `slot`; returns the slot. Lines are sent at most ten times a second, even from a loop that
 * never yields, so a million of them cost the page nothing.
 */
export function collectLog(
  emit: (output: Output, slot?: string) => string,
  now: () => number = () => performance.now(),
): LogCollector {
  let log: LogOutput = empty();
  let slot: string | undefined;
  let sentAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    sentAt = now();
    slot = emit({ ...log, head: [...log.head], tail: [...log.tail] }, slot);
  };
  return {
    add(level, text) {
      addLine(log, { level, text: text.length > longestLine ? `${text.slice(0, longestLine)}…` : text });
      if (now() - sentAt >= pause) send();
      else timer ??= setTimeout(send, pause);
    },
    cut() {
      if (timer !== undefined) send();
      slot = undefined;
      sentAt = -Infinity;
      log = empty();
    },
  };
}

const empty = (): LogOutput => ({ kind: 'log', head: [], omitted: 0, tail: [] });

function addLine(log: LogOutput, line: LogLine): void {
  if (log.head.length < kept) return void log.head.push(line);
  log.tail.push(line);
  // Shifting one by one would cost a copy of the tail per line; cutting it in halves does not.
  if (log.tail.length < 2 * kept) return;
  log.omitted += kept;
  log.tail = log.tail.slice(kept);
}
