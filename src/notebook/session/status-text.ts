import type { Tie } from '../../compile';
import type { Memory, Position } from '../../protocol';
import { listed, say } from '../../words';
import type { Cell, KernelState, Running } from './session';

/** A span of time for the reader: `320 ms`, `1.2 s`, `2 min 5 s`. */
export function timeText(milliseconds: number): string {
  if (milliseconds < 995) return say('notebook.time.ms', { count: Math.max(1, Math.round(milliseconds)) });
  return clockText(milliseconds);
}

/** The same, but never in milliseconds: a running clock must not change its unit. */
function clockText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return say('notebook.time.s', { count: seconds.toFixed(1) });
  const whole = Math.round(seconds);
  return say('notebook.time.min', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/** The state of a cell in words; '' for a cell that has not run. */
export function statusText(cell: Cell, running: Running | undefined, now: number): string {
  if (cell.note?.kind === 'blocked' && cell.status !== 'queued') return say('notebook.status.blocked');
  switch (cell.status) {
    case 'idle':
      return '';
    case 'queued':
      return say('notebook.status.queued');
    case 'running':
      return runningText(running, now);
    case 'done': {
      const verdict = verdictOf(cell);
      if (verdict) return say(`notebook.status.${verdict}`);
      return say('notebook.status.done', { time: timeText(cell.last?.milliseconds ?? 0) });
    }
    case 'stale':
      return say('notebook.status.stale');
    case 'failed': {
      const line = errorOf(cell)?.at?.line;
      return line === undefined ? say('notebook.status.failed') : say('notebook.status.failedLine', { line });
    }
    case 'stopped':
      return say('notebook.status.stopped');
    default:
      return cell.status satisfies never;
  }
}

function runningText(running: Running | undefined, now: number): string {
  if (running?.stopping) return say('notebook.status.stopping');
  if (running?.startedAt === undefined) return say('notebook.status.starting');
  return say('notebook.status.runningFor', { time: clockText(now - running.startedAt) });
}

/** How the check of an exercise judged in its newest run. */
export function verdictOf({ outputs, last }: Cell): 'passed' | 'notYet' | undefined {
  const verdict = outputs.findLast(({ output, run }) => output.kind === 'verdict' && run === last?.run)?.output;
  if (verdict?.kind !== 'verdict') return undefined;
  return verdict.passed === verdict.total ? 'passed' : 'notYet';
}

/** The error that the newest run ended with. */
export function errorOf({ outputs, last }: Cell): { at?: Position; message: string } | undefined {
  if (last?.outcome !== 'failed') return undefined;
  const error = outputs.findLast(({ output, run }) => output.kind === 'error' && run === last.run)?.output;
  return error?.kind === 'error' ? error : undefined;
}

/** Which backend ran the cell, for how long, and the memory that its values take. */
export function footerText(kernel: KernelState, { last }: Cell): string {
  if (!last || last.outcome === 'stopped' || kernel.state !== 'ready') return '';
  const parts = [kernel.backend.name, timeText(last.milliseconds)];
  if (last.memory) parts.push(memoryText(last.memory));
  return last.memory ? parts.join(' · ') : '';
}

function memoryText({ tensors, bytes }: Memory): string {
  if (bytes === 0) return say('notebook.tensors', { tensors });
  const size =
    bytes < 1e6 ? { count: (bytes / 1e3).toFixed(1), unit: 'kB' } : { count: (bytes / 1e6).toFixed(1), unit: 'MB' };
  return say('notebook.memory', { tensors, size: `${size.count} ${size.unit}` });
}

/** Names of cells as a list in the page's language. */
export function listText(names: readonly string[]): string {
  const list = listed(names.slice(0, most));
  return names.length <= most ? list : say('notebook.andMore', { list, count: names.length - most });
}

/** Names that a list in words has; of more, it tells how many there are. */
const most = 20;

/** Which names a cell reads from which cells, and which cells read names from it. */
export function edgesText({ reads, feeds }: Cell): string {
  const parts = [];
  if (reads.length > 0) parts.push(say('notebook.reads', { list: listTies('notebook.edge', reads) }));
  if (feeds.length > 0) parts.push(say('notebook.feeds', { list: listTies('notebook.edgeTo', feeds) }));
  return parts.join('').trim();
}

/** Cells that share the same names are named together. */
function listTies(key: 'notebook.edge' | 'notebook.edgeTo', ties: readonly Tie[]): string {
  const cells = new Map<string, string[]>();
  for (const tie of ties) {
    const names = listText(tie.names);
    cells.set(names, [...(cells.get(names) ?? []), tie.cell]);
  }
  return [...cells].map(([names, by]) => say(key, { names, cells: listText(by) })).join(say('notebook.listSemicolon'));
}
