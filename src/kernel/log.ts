import type { LogLine, LogOutput, Output } from '../protocol';
import { clock } from './clock';

/** Of a flood of lines only the first and the newest are kept, this many of each. */
const kept = 500;
const longestLine = 10_000;
/** Characters of the first lines, and as many of the newest. */
const mostText = 100_000;
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
export function collectLog(emit: (output: Output, slot?: string) => string, now = clock): LogCollector {
  let log = empty();
  let slot: string | undefined;
  let sentAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    sentAt = now();
    const { head, omitted, tail } = log;
    slot = emit({ kind: 'log', head: [...head], omitted, tail: [...tail] }, slot);
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

/** The lines of one log, with the characters of its two parts. */
interface Lines extends Omit<LogOutput, 'kind'> {
  headText: number;
  tailText: number;
}

const empty = (): Lines => ({ head: [], headText: 0, omitted: 0, tail: [], tailText: 0 });

function addLine(log: Lines, line: LogLine): void {
  const { length } = line.text;
  if (log.tail.length === 0 && log.head.length < kept && log.headText + length <= mostText) {
    log.headText += length;
    log.head.push(line);
    return;
  }
  log.tail.push(line);
  log.tailText += length;
  // Shifting one by one would cost a copy of the tail per line; cutting it in halves does not.
  if (log.tail.length < 2 * kept && log.tailText < 2 * mostText) return;
  let [from, text] = [0, log.tailText];
  while (log.tail.length - from > kept || text > mostText) text -= log.tail[from++]?.text.length ?? 0;
  log.omitted += from;
  log.tail = log.tail.slice(from);
  log.tailText = text;
}
