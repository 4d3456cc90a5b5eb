import type { LogLine, LogOutput, LogPart, Output, TreeNode } from '../../protocol';
import { clock } from '../clock';
import type { Printed } from './format';

/** Of a flood of lines only the first and the newest are kept, this many of each. */
const kept = 500;
const longestLine = 10_000;
/** Characters of the first lines, and as many of the newest. */
const mostText = 100_000;
const pause = 100;
/** Nodes of all trees of one log, which is sent anew with each line; what comes later cannot be unfolded. */
const mostNodes = 4000;

/** A line as the console hands it in. */
export type NewLine = Pick<LogLine, 'level' | 'depth' | 'group'> & { parts: readonly Printed[] };

/** Collects lines into one log output at a time; another output in between begins a new log below it. */
export interface LogCollector {
  add(line: NewLine): void;
  /** Takes away the lines of the log as it is now. */
  clear(): void;
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
  const sendSoon = (): void => {
    if (now() - sentAt >= pause) send();
    else timer ??= setTimeout(send, pause);
  };
  return {
    add(line) {
      addLine(log, lineOf(log, line));
      sendSoon();
    },
    clear() {
      if (log.head.length === 0) return;
      log = empty();
      sendSoon();
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
  /** Nodes that its trees may still have. */
  nodes: number;
}

const empty = (): Lines => ({ head: [], headText: 0, omitted: 0, tail: [], tailText: 0, nodes: mostNodes });

function lineOf(log: Lines, { parts, ...line }: NewLine): LogLine {
  const text = parts.map((part) => part.text).join('');
  if (text.length > longestLine) return { ...line, text: `${text.slice(0, longestLine)}…` };
  if (!parts.some(({ look, tree }) => look ?? tree)) return { ...line, text };
  return { ...line, text, parts: parts.map((part) => partOf(log, part)) };
}

function partOf(log: Lines, { tree, ...part }: Printed): LogPart {
  const made = log.nodes > 0 ? tree?.() : undefined;
  if (!made?.children?.length) return part;
  log.nodes -= nodesIn(made);
  return { ...part, tree: made };
}

function nodesIn({ children = [] }: TreeNode): number {
  return children.reduce((sum, child) => sum + nodesIn(child), 1);
}

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
