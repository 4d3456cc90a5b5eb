import { compileCell, makeGraph, type Compiled, type Graph, type Tie } from '../../compile';
import type { BackendReport, Controls, Memory, Outcome, Output, Program } from '../../protocol';
import type { Place } from './scratch-name';

export type CellStatus = 'idle' | 'queued' | 'running' | 'done' | 'stale' | 'failed' | 'stopped';

/** One place below a cell and what it shows now. */
export interface SlotOutput {
  slot: string;
  /** The run that made it. */
  run: number;
  output: Output;
}

/** What the newest finished run of a cell had to do with. */
export interface LastRun {
  run: number;
  /** The text that ran. */
  source: string;
  /** What its controls were set to. */
  controls: Controls;
  /** The cells whose names it read, and which run of each. */
  needs: Readonly<Record<string, number>>;
  /** Which kernel it ran in, or which of its backends: values of an earlier one are gone. */
  epoch: number;
  outcome: Outcome;
  milliseconds: number;
  memory?: Memory;
  /** The clash because of which it was refused. */
  clash?: string;
}

/** Why a cell that was asked to run did not, or what its end cost; said below the cell. */
export type Note = { kind: 'blocked'; by: string } | { kind: 'kernel'; message: string } | { kind: 'terminated' };

export interface Cell {
  name: string;
  /** Part of an exercise: it runs when it is asked for itself, not with all others. */
  apart?: true;
  /** The lesson's own text. */
  original: string;
  source: string;
  compiled: Compiled;
  /** What it was before its text stopped to compile: cells that need it must not run past it. */
  before?: Program;
  /** A name declared twice, a cycle, a write to another cell's name; names both cells. */
  clash?: string;
  /** The direct edges of the graph, for the reader. */
  reads: readonly Tie[];
  feeds: readonly Tie[];
  status: CellStatus;
  /** What the reader has set in its controls. */
  controls: Controls;
  outputs: readonly SlotOutput[];
  last?: LastRun;
  /** Names that its last run left in the kernel. */
  left: readonly string[];
  note?: Note;
  /** Only a cell that the reader added has one. */
  place?: Place;
  /** The reader took it away again; empty from then on. */
  removed?: true;
}

export interface Running {
  cell: string;
  run: number;
  source: string;
  controls: Controls;
  needs: Readonly<Record<string, number>>;
  /** The epoch in which it began: a backend that moves meanwhile loses what it makes. */
  epoch: number;
  /** `performance.now()` when the kernel said that it began. */
  startedAt?: number;
  stopping: boolean;
  /** A run of nothing that makes the kernel forget names which the cell no longer declares. */
  forgets: boolean;
}

export type KernelState =
  | { state: 'off' | 'starting' }
  | { state: 'ready'; backend: BackendReport; warming?: string }
  | { state: 'broken'; message: string };

/** Everything a chapter's page knows about its cells; plain data, changed only by `transition`. */
export interface Session {
  /** In the order of the chapter. */
  cells: readonly Cell[];
  graph: Graph;
  /** Cells that were asked for and have not begun, in that order; what they need is planned anew at each step. */
  targets: readonly string[];
  running?: Running;
  kernel: KernelState;
  epoch: number;
  /** The number of the newest run. */
  runs: number;
}

/** A chapter that nobody has run. `sources` are the lesson's own cells. */
export function startSession(sources: readonly NewCell[]): Session {
  const cells = sources.map(newCell);
  return withGraph({ cells, graph: makeGraph([]), targets: [], kernel: { state: 'off' }, epoch: 0, runs: 0 });
}

/** What a cell starts from. */
export type NewCell = Pick<Cell, 'name' | 'source' | 'apart'>;

/** One object for all: whether controls have moved is a question of identity. */
const untouched: Controls = {};

/** A cell that nobody has run. */
export function newCell({ name, source, apart }: NewCell): Cell {
  return {
    name,
    ...(apart && { apart }),
    original: source,
    source,
    compiled: compileCell(source),
    reads: [],
    feeds: [],
    status: 'idle',
    controls: untouched,
    outputs: [],
    left: [],
  };
}

/** The cell of that name; asking for one that the chapter lacks is a programmer's error. */
export function cellOf(session: Session, name: string): Cell {
  const cell = session.cells.find((one) => one.name === name);
  if (!cell) throw new Error(`notebook: no cell named ${name}`);
  return cell;
}

export function changeCell(session: Session, name: string, change: (cell: Cell) => Cell): Session {
  return { ...session, cells: session.cells.map((cell) => (cell.name === name ? change(cell) : cell)) };
}

/** The session with its graph made anew from what the cells say now. */
export function withGraph(session: Session): Session {
  const graph = makeGraph(
    session.cells.map(({ name, compiled, before }) => ({ name, program: compiled.ok ? compiled.program : before })),
  );
  const cells = session.cells.map((cell): Cell => {
    const { clash: _, ...rest } = cell;
    const problem = graph.problems(cell.name)[0]?.message;
    const edges = { reads: graph.readsOf(cell.name), feeds: graph.feedsOf(cell.name) };
    return problem === undefined ? { ...rest, ...edges } : { ...rest, ...edges, clash: problem };
  });
  return { ...session, graph, cells };
}

/** The cell with another text. */
export function withSource(cell: Cell, source: string): Cell {
  const before = cell.compiled.ok ? cell.compiled.program : cell.before;
  return { ...withoutNote(cell), source, compiled: compileCell(source), ...(before ? { before } : {}) };
}

/** The cell without its note. */
export function withoutNote(cell: Cell): Cell {
  if (!cell.note) return cell;
  const { note: _, ...rest } = cell;
  return rest;
}

/** The session at rest. */
export function withoutRunning(session: Session): Session {
  const { running: _, ...rest } = session;
  return rest;
}
