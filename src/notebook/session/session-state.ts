import { compileCell, makeGraph, type Compiled, type Graph, type Tie } from '../../compile';
import type { BackendReport, Controls, Memory, Outcome, Output, Program } from '../../protocol';
import type { Place } from './scratch-name';
import { noSigns, type VitalSigns } from './vital-signs';

/** The state of a cell as the reader sees it; `stale` means that it ran and would now give something else. */
export type CellStatus = 'idle' | 'queued' | 'running' | 'done' | 'stale' | 'failed' | 'stopped';

/** One place below a cell and what it shows now. */
export interface SlotOutput {
  slot: string;
  /** The run that made it. */
  run: number;
  output: Output;
}

/** The newest finished run of a cell, with everything that it depended on. */
export interface LastRun {
  run: number;
  /** The text that ran. */
  source: string;
  /** What its controls were set to. */
  controls: Controls;
  /** The cells whose names it read, and which run of each. */
  needs: Readonly<Record<string, number>>;
  /** Counts kernels and their backends: values of an earlier epoch are gone. */
  epoch: number;
  outcome: Outcome;
  milliseconds: number;
  memory?: Memory;
  /** The clash for which it was refused. */
  clash?: string;
}

/** Why a kernel was restarted by itself: it gave no sign of life, or a cell had replaced a built-in that it needs. */
export type Distress = { kind: 'silent' } | { kind: 'damaged'; name: string };

/** Why a cell that was asked to run did not, or what became of its kernel; shown below the cell. */
type Note =
  | { kind: 'blocked'; by: string }
  | { kind: 'kernel'; message: string }
  | { kind: 'terminated' }
  /** `lost` are the other cells whose values went with the kernel. */
  | { kind: 'restarted'; distress: Distress; lost: readonly string[] };

export interface Cell {
  name: string;
  /** Part of an exercise: it runs only when the reader asks for it, not with Run all. */
  onDemand?: true;
  /** The lesson's own text. */
  original: string;
  source: string;
  compiled: Compiled;
  /** The program of its last text that compiled. It stays in the graph, so that cells that need it do not run without it. */
  before?: Program;
  /** A name declared twice, a cycle, or a write to another cell's name, as a message that names both cells. */
  clash?: string;
  /** The direct edges of the graph, for the reader. */
  reads: readonly Tie[];
  feeds: readonly Tie[];
  status: CellStatus;
  /** What the reader has set in its controls. */
  controls: Controls;
  outputs: readonly SlotOutput[];
  /**
   * What the book's own run left, until a run of the reader's has replaced it; empty as long as the page has only stills of it. While the
   * cell has nothing else to show, these are also its `outputs`.
   */
  kept?: readonly SlotOutput[];
  /** What stands there was made from the lesson's own code, and the cell, or one that it needs, now has other code or moved controls. */
  changed?: true;
  last?: LastRun;
  /** Names that its last run left in the kernel; they count only as long as that run's epoch lasts. */
  leftInKernel: readonly string[];
  note?: Note;
  /** Only cells that the reader added have one. */
  place?: Place;
  /** The reader took it away; from then on it is empty. */
  removed?: true;
}

/** The run that the kernel is working on. */
export interface Running {
  cell: string;
  run: number;
  source: string;
  controls: Controls;
  needs: Readonly<Record<string, number>>;
  /** The epoch in which it began: if the backend changes meanwhile, what it makes is lost. */
  epoch: number;
  /** `performance.now()` when the kernel reported that it began. */
  startedAt?: number;
  stopping: boolean;
  /** An empty run, which makes the kernel forget the names that the cell no longer declares. */
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
  /** The graph of the lesson's own texts. */
  lesson: Graph;
  /** Cells that were asked for and have not begun, in that order; the cells that they need are worked out at each step. */
  targets: readonly string[];
  running?: Running;
  kernel: KernelState;
  epoch: number;
  /** The number of the newest run. */
  runs: number;
  heartbeat: VitalSigns;
}

/** A chapter of which no cell has run. `sources` are the lesson's own cells. */
export function startSession(sources: readonly NewCell[]): Session {
  const cells = sources.map(newCell);
  const none = makeGraph([]);
  const session = withGraph({
    cells,
    graph: none,
    lesson: none,
    targets: [],
    kernel: { state: 'off' },
    epoch: 0,
    runs: 0,
    heartbeat: noSigns,
  });
  return { ...session, lesson: session.graph };
}

/** What a cell starts from. */
export type NewCell = Pick<Cell, 'name' | 'source' | 'onDemand' | 'kept'>;

/** One object for all cells, because controls are compared by identity. */
const untouched: Controls = {};

/** A cell that has not run. */
export function newCell({ name, source, onDemand, kept }: NewCell): Cell {
  return {
    name,
    ...(onDemand && { onDemand }),
    ...(kept && { kept }),
    original: source,
    source,
    compiled: compileCell(source),
    reads: [],
    feeds: [],
    status: 'idle',
    controls: untouched,
    outputs: [],
    leftInKernel: [],
  };
}

/**
 * The cell of that name.
 *
 * @throws where the chapter has none, which is a programmer's error
 */
export function cellOf(session: Session, name: string): Cell {
  const cell = session.cells.find((one) => one.name === name);
  if (!cell) throw new Error(`notebook: no cell named ${name}`);
  return cell;
}

/** The session with one cell changed. */
export function changeCell(session: Session, name: string, change: (cell: Cell) => Cell): Session {
  return { ...session, cells: session.cells.map((cell) => (cell.name === name ? change(cell) : cell)) };
}

/** The session with its graph, and the edges and clashes of its cells, worked out from their texts. */
export function withGraph(session: Session): Session {
  const graph = makeGraph(
    session.cells.map(({ name, compiled, before }) => ({ name, program: compiled.ok ? compiled.program : before })),
  );
  const cells = session.cells.map((cell): Cell => {
    const { clash: _, ...rest } = cell;
    const problem = graph.firstProblem(cell.name)?.message;
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

/** The session with nothing running. */
export function withoutRunning(session: Session): Session {
  const { running: _, ...rest } = session;
  return rest;
}
