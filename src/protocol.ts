/**
 * What crosses the border between the page and the kernel worker: plain data and typed arrays, nothing else.
 * Tensors stay in the worker, the DOM stays on the page. Both sides switch exhaustively over `kind`.
 */

import type { Locale } from './words';

/** A place in a cell's own TypeScript; both numbers start at 1. */
export interface Position {
  line: number;
  column: number;
}

/** A cell after compilation: a module body and the names that tie it to other cells. Made by compile, run by the kernel. */
export interface Program {
  /** JavaScript of an ES module whose default export runs the cell. compile's `linkProgram` fits it to the names at hand before a run. */
  code: string;
  /** Top-level names that the cell declares. */
  declares: string[];
  /** Free names that the cell reads: other cells', the lab's or the platform's. */
  reads: string[];
  /** Free names to which the cell assigns: a fault where another cell declares them. */
  writes: string[];
  /** Per generated line (from 0): ascending pairs [generated column, source line, source column], all from 0. */
  mappings: [number, number, number][][];
}

// ---------------------------------------------------------------- page → kernel

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export type ToKernel =
  | {
      kind: 'boot';
      /** Absolute URL of the site's root, with a trailing slash: data sets and wasm files lie below it. */
      base: string;
      locale: Locale;
      /** Every phrase the kernel may say, in the page's language. */
      words: Record<string, string>;
      /** The reader's own choice of backend; without it the kernel decides by evidence. */
      backend?: BackendName;
    }
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  /** Soft stop of the running cell. */
  | { kind: 'stop' };

/** What the reader has set in a cell's controls, by their labels; a control that was never moved is absent. */
export type Controls = Readonly<Record<string, ControlValue>>;
export type ControlValue = number | string | boolean | ControlPicture | ControlFiles;
/** A drawing or a photograph: bytes, [height, width, channels] row-major. */
export interface ControlPicture {
  width: number;
  height: number;
  channels: 1 | 3;
  values: Uint8Array;
}
/** Files of the reader's own, in the order of their names. */
export interface ControlFiles {
  files: { name: string; bytes: Uint8Array }[];
}

// ---------------------------------------------------------------- kernel → page

export type FromKernel =
  | { kind: 'ready'; backend: BackendReport }
  /** The kernel could not start at all (no WebAssembly, a file missing …). */
  | { kind: 'broken'; message: string }
  /** A graphics card compiles its programs, and the running cell waits for them. */
  | { kind: 'warming'; message: string }
  /** Another backend runs from now on: values from before are lost. */
  | { kind: 'moved'; backend: BackendReport; message: string }
  | { kind: 'started'; run: number; cell: string }
  /** A new output, or, where `slot` is known in this run, its replacement. */
  | { kind: 'output'; run: number; cell: string; slot: string; output: Output }
  | { kind: 'finished'; run: number; cell: string; outcome: Outcome; milliseconds: number; memory: Memory };

export type Outcome = 'done' | 'failed' | 'stopped';

export interface Memory {
  tensors: number;
  bytes: number;
}

export interface BackendReport {
  name: BackendName;
  /** In the page's language: which device runs and why it was chosen. */
  reason: string;
  threads: number;
}

// ---------------------------------------------------------------- outputs

export type Output =
  | LogOutput
  | TreeOutput
  | ErrorOutput
  | TableOutput
  | HeatMapOutput
  | ImagesOutput
  | ChartOutput
  | SummaryOutput
  | TrainingOutput
  | WindowOutput
  | OverlayOutput
  | FramesOutput
  | GuessesOutput
  | ConfusionOutput
  | BatchNormOutput
  | ActivationOutput
  | ArchitectureOutput
  | NetworkOutput
  | ReplayOutput
  | LoadingOutput
  | VerdictOutput
  | FileOutput
  | ControlOutput;

export type OutputKind = Output['kind'];
export type OutputOf<K extends OutputKind> = Extract<Output, { kind: K }>;

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

/** Any JavaScript value as a foldable tree; a primitive is a tree of one node. */
export interface TreeOutput {
  kind: 'tree';
  title?: string;
  root: TreeNode;
}
export interface TreeNode {
  /** Key, index or nothing at the root. */
  key?: string;
  /** One line: `42`, `'text'`, `Array(3)`, `Tensor [3, 3] float32`, `↻ circular`. */
  text: string;
  type: 'number' | 'string' | 'boolean' | 'nothing' | 'function' | 'tensor' | 'array' | 'object' | 'other';
  children?: TreeNode[];
  /** Children that were left out. */
  omitted?: number;
}

export interface ErrorOutput {
  kind: 'error';
  name: string;
  message: string;
  /** A plain-language explanation with the likely cure, where we know one. */
  hint?: string;
  /** Where in this cell; absent for errors that have no place. */
  at?: Position;
  /** The reader's own lines, innermost first. */
  frames: { cell: string; at: Position; in?: string }[];
}

export interface TableOutput {
  kind: 'table';
  title?: string;
  columns: string[];
  rows: (string | number | boolean | null)[][];
  /** Rows that were left out. */
  omitted: number;
}

/** How values become colours: grey (0 black), colour (RGB as it is), sequential, or diverging around zero. */
export type Scale = 'grey' | 'colour' | 'sequential' | 'diverging';

/** A matrix with its numbers written in its cells. */
export interface HeatMapOutput {
  kind: 'heat-map';
  title?: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  scale: 'sequential' | 'diverging';
  /** Values drawn at the two ends of the scale. */
  range: [number, number];
  rowNames?: string[];
  columnNames?: string[];
  /** Rows and columns of the whole matrix, where only its top left corner travels. */
  of?: [number, number];
}

/** One picture or a grid of them. */
export interface ImagesOutput {
  kind: 'images';
  title?: string;
  images: Picture[];
  /** Pictures that were left out. */
  omitted: number;
  /** Preferred width of one picture in CSS pixels. */
  width: number;
}
export interface Picture {
  title?: string;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  /** The tensor's own values, [height, width, channels] row-major: pointing at a pixel says them. */
  values: Float32Array;
  scale: Scale;
  range: [number, number];
}

/** A chart: plain series that we draw in the book's own style, or a whole chart.js configuration (JSON only). */
export interface ChartOutput {
  kind: 'chart';
  title?: string;
  type: 'line' | 'bar' | 'scatter';
  xLabel?: string;
  yLabel?: string;
  /** Names for x = 0, 1, 2 … of a bar chart. */
  categories?: string[];
  series: Series[];
  /** Fixed ends of the y axis. */
  yRange?: [number, number];
  config?: Record<string, unknown>;
}
export interface Series {
  name: string;
  points: [number, number][];
  dashed?: boolean;
}

/** A layers model in the manner of Keras's `summary()`. */
export interface SummaryOutput {
  kind: 'summary';
  name: string;
  layers: {
    name: string;
    type: string;
    /** For example `[null, 62, 62, 32]`. */
    outputShape: string;
    parameters: number;
    /** Names of the layers it reads, in a model that is not a plain stack. */
    from: string[];
  }[];
  branching: boolean;
  parameters: number;
  trainable: number;
}

/** The state of a `model.fit`: progress in the manner of Keras, and the curves so far. */
export interface TrainingOutput {
  kind: 'training';
  title?: string;
  state: 'running' | 'done' | 'stopped';
  epoch: number;
  epochs: number;
  step: number;
  /** Steps per epoch; 0 where it is unknown (a dataset without size). */
  steps: number;
  elapsedSeconds: number;
  /** 0 until it can be estimated. */
  secondsLeft: number;
  /** Newest value of each number: loss, acc, val_loss … */
  numbers: Record<string, number>;
  /** One row per finished epoch. */
  epochRows: { epoch: number; seconds: number; numbers: Record<string, number> }[];
  /** Curves over epochs (fractions inside an epoch for training numbers). */
  curves: Series[];
}

/** Bytes of a data set arriving. */
export interface LoadingOutput {
  kind: 'loading';
  what: string;
  received: number;
  /** 0 where it is unknown. */
  total: number;
  done: boolean;
}

/** A window that moves over planes of numbers and computes one number at each place, with everything it reads. */
export interface WindowOutput {
  kind: 'window';
  title?: string;
  /** What is computed, one step after the other: a separable convolution has two. */
  steps: WindowStep[];
  /** Where the window of the last step stands at first: a place of its output. */
  start?: { plane: number; row: number; column: number };
}
export interface WindowStep {
  /**
   * `convolution`: output plane f sums over all input planes. `pointwise`: the same with a window of one number.
   * `depthwise`: output plane c·M + q reads input plane c alone. `max`, `average`: each plane for itself, no weights;
   * what lies outside the input does not count.
   */
  mode: 'convolution' | 'pointwise' | 'depthwise' | 'max' | 'average';
  input: Planes;
  output: Planes;
  rows: WindowAxis;
  columns: WindowAxis;
  /** [rows, columns, input planes, filters], row-major; depthwise: [rows, columns, input planes, M]. */
  weights?: Float32Array;
  /** One number per output plane, added to its sums. */
  bias?: Float32Array;
  /** What is done to sum + bias; nothing where it is absent. */
  activation?: ActivationName;
}
/** Planes of one size, one after the other, each row-major. */
export interface Planes {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
  scale: Exclude<Scale, 'colour'>;
  range: [number, number];
}
/**
 * One axis of a window: its number t at output place o reads input place `o · stride − before + t · dilation`; what
 * falls outside the input is padding (zero for a convolution).
 */
export interface WindowAxis {
  /** Numbers in the window along this axis. */
  size: number;
  stride: number;
  dilation: number;
  /** Places of padding before and after the input that windows reach. */
  before: number;
  after: number;
}
export type ActivationName = 'relu' | 'relu6' | 'sigmoid' | 'tanh' | 'elu' | 'softplus' | 'swish';

/** A picture with layers of heat above it, of which one is seen at a time. */
export interface OverlayOutput {
  kind: 'overlay';
  title?: string;
  /** Absent where only the size of the image is known. */
  image?: Picture;
  height: number;
  width: number;
  heats: Heat[];
  /** What was computed, a line each. */
  facts: string[];
  /** The fields of units on the image; the heat belongs to the chosen unit. */
  fields?: UnitFields;
}
export interface Heat {
  name: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  /** From 0 where all are amounts, else the same distance on both sides of it. */
  range: [number, number];
  /** The part of the image that it covers, in pixels and their fractions. */
  box: Box;
}
export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}
/** Pictures in the order of time: a scrubber goes through them. */
export interface FramesOutput {
  kind: 'frames';
  title?: string;
  /** All frames so far, the oldest first. */
  frames: Frame[];
  /** Preferred width of one picture in CSS pixels. */
  width: number;
  /** More are to come. */
  running: boolean;
}
export interface Frame {
  title: string;
  images: Picture[];
}

/** Unit i of an axis sees `size` pixels from `start + i · jump` on; those outside the image are padding. */
export interface UnitFields {
  rows: { count: number; start: number; jump: number; size: number };
  columns: { count: number; start: number; jump: number; size: number };
  chosen: [row: number, column: number];
}

/** A layers model as a graph, from its inputs to its outputs, with its summary. */
export interface ArchitectureOutput {
  kind: 'architecture';
  title?: string;
  /** Uses of layers, each after those it reads. */
  nodes: ArchitectureNode[];
  /** Which node reads which, with the shape of what it reads, such as `26 × 26 × 32`. */
  edges: { from: number; to: number; shape: string }[];
  /** Nodes that were left out. */
  omitted: number;
  summary: SummaryOutput;
}
export interface ArchitectureNode {
  name: string;
  type: string;
  /** What the layer was told, such as `3 × 3 · same · relu`. */
  settings: string;
  /** Models inside the model that it belongs to, the outermost first. */
  inside: string[];
  outputShape: string;
  parameters: number;
  /** It uses the weights of an earlier node, where they are counted. */
  shared: boolean;
  /** For one example; `null` where they are not known. */
  multiplyAdds: number | null;
}

/** What was watched while a model trained; a scrubber goes through its history. */
export interface ReplayOutput {
  kind: 'replay';
  title?: string;
  /** While it is true only the first and the newest moment travel, afterwards all that were kept. */
  running: boolean;
  views: ReplayView[];
  /** The oldest first. */
  moments: ReplayMoment[];
}
/** One thing that is watched. Its scale holds for all moments, so that they can be compared. */
export type ReplayView =
  | {
      as: 'pictures';
      title: string;
      /** One for each picture. */
      names: string[];
      width: number;
      height: number;
      channels: 1 | 3;
      scale: Scale;
      range: [number, number];
      /** Pictures that were left out. */
      omitted: number;
      /** Preferred width of one picture in CSS pixels. */
      size: number;
    }
  | { as: 'histogram'; title: string; /** Both ends of the axis. */ range: [number, number] };
export interface ReplayMoment {
  /** Epochs trained: 1.5 is in the middle of the second. */
  epochs: number;
  /** Steps trained. */
  steps: number;
  /** One for each view; `null` where there was nothing yet. */
  looks: (Look | null)[];
}
/** The values of a view's pictures, one after the other, or how its numbers are spread. */
export type Look = { values: Float32Array } | { spread: Histogram; moments: Moments };

/** A network at work on one image: what each layer made of it, and how. */
export interface NetworkOutput {
  kind: 'network';
  title?: string;
  /** Uses of layers, each after those it reads. */
  layers: NetworkLayer[];
  /** Maps of one layer that are drawn before the reader asks for more. */
  limit: number;
}
export interface NetworkLayer {
  name: string;
  type: string;
  /** What the layer was told, such as `3 × 3 · same · relu`. */
  settings: string;
  /** Models inside the model that it belongs to, the outermost first. */
  inside: string[];
  /** Such as `26 × 26 × 32`. */
  shape: string;
  /** The layers that it reads, by their place. */
  from: number[];
  /** What it gave: maps, or units, which are planes of one number. All share one scale. */
  maps: Planes;
  /** Maps that were left out. */
  omitted: number;
  /** Of how many pixels one travels, in each direction. Where it is above 1, the rule is `nothing`. */
  sampled: number;
  /** Names of its units. */
  names?: string[];
  rule: LayerRule;
}
/** How a layer's numbers come about, with what it takes to follow them. */
export type LayerRule =
  /** `input`: it is given. `large`: too many numbers to travel. `unknown`: a layer of another kind. */
  | { by: 'nothing'; why: 'input' | 'large' | 'unknown' }
  /** The steps of a window, as in `WindowOutput`, from the maps it reads over those `between` two steps to its own. */
  | { by: 'window'; steps: Omit<WindowStep, 'input' | 'output'>[]; between?: Planes }
  | WeightsRule
  | { by: 'activation'; activation: ActivationName | 'softmax' }
  /** Number by number, (x − mean) / deviation · gamma + beta, one of each per map. */
  | { by: 'normalization'; mean: Float32Array; deviation: Float32Array; gamma: Float32Array; beta: Float32Array }
  /** Number by number over all layers it reads. */
  | { by: 'sum' | 'product' | 'average' | 'maximum' | 'minimum' }
  /** `join`: the maps of all it reads, one after the other. `same`: what it reads. `flatten`: unit (r · width + c) · count + map. */
  | { by: 'join' | 'same' | 'flatten' }
  /** One number per map: the mean or the largest of its values. */
  | { by: 'mean' | 'largest' };
/** A dense layer: of each unit the products with the largest amounts, and what the others add up to. */
export interface WeightsRule {
  by: 'weights';
  /** Products per unit that travel. */
  most: number;
  /** Units × most: which input, the largest product first. */
  inputs: Int32Array;
  /** Units × most: its weight. */
  weights: Float32Array;
  /** Units: the sum of all other products. */
  rest: Float32Array;
  /** Units: the sum of all products and the bias. */
  sums: Float32Array;
  bias?: Float32Array;
  activation?: ActivationName | 'softmax';
}

/** How the check of an exercise went. */
export interface VerdictOutput {
  kind: 'verdict';
  /** Cases. */
  passed: number;
  total: number;
  /** The first case that failed, as text; `says` is the likely mistake in words. */
  failure?: { given: string; want?: string; got: string; says?: string };
  /** Told one by one. */
  hints: string[];
}

/** A file that the reader may keep. */
export interface FileOutput {
  kind: 'file';
  name: string;
  bytes: Uint8Array;
}

/** Pictures, each with what a model takes it for. */
export interface GuessesOutput {
  kind: 'guesses';
  title?: string;
  items: { image: Picture; note?: string; guesses: Guess[] }[];
  /** Pictures that were left out. */
  omitted: number;
}
export interface Guess {
  name: string;
  /** From 0 to 1. */
  share: number;
  /** What the picture truly is, where that is known. */
  right?: boolean;
}

/** Which class is taken for which: rows are the truth, columns the guesses. */
export interface ConfusionOutput {
  kind: 'confusion';
  title?: string;
  classes: string[];
  /** Row-major, classes × classes. */
  counts: number[];
  /** Some pictures of each cell, the surest first. */
  examples: Example[];
}
export interface Example {
  row: number;
  column: number;
  /** Its place in the set. */
  at: number;
  /** The probability of the guess. */
  share: number;
  image: Picture;
}

/** Something that the reader can move; the cell runs again with the new value. The page knows values better than the kernel. */
export interface ControlOutput {
  kind: 'control';
  /** Its name, and its id within the cell. */
  label: string;
  control: ControlShape;
  /** The value with which the run went; a picture that was never given is absent. */
  value?: ControlValue;
}
export type ControlShape =
  | { type: 'slider'; least: number; most: number; step: number }
  | { type: 'select'; choices: string[] }
  | { type: 'toggle' }
  /** Its value is how often it was pressed. */
  | { type: 'button' }
  /** White strokes on black; `samples` are there to be picked without a pointer. */
  | { type: 'pad'; size: number; samples: ControlPicture[] }
  | { type: 'image'; width: number; height: number; channels: 1 | 3 }
  /** `accept` says which files are offered, as the attribute of that name does: `.json,.bin`. Empty: all. */
  | { type: 'files'; accept: string };

/** How often values fall into equal bins between two ends. */
export interface Histogram {
  low: number;
  high: number;
  counts: number[];
}
export interface Moments {
  mean: number;
  variance: number;
}

/** What a batch normalization layer does to each channel of a batch. */
export interface BatchNormOutput {
  kind: 'batch-norm';
  title?: string;
  epsilon: number;
  /** Images in the batch. */
  images: number;
  channels: {
    /** What comes in. */
    values: Histogram;
    batch: Moments;
    moving: Moments;
    gamma: number;
    beta: number;
  }[];
  /** Channels that were left out. */
  omitted: number;
}

/** An activation function with its slope, and, of a layer, what it does to real maps. */
export interface ActivationOutput {
  kind: 'activation';
  title?: string;
  name: string;
  /** The curve: places, values and slopes. */
  xs: Float32Array;
  ys: Float32Array;
  slopes: Float32Array;
  /** What comes in. */
  inputs?: Histogram;
  facts: string[];
  /** Maps of one image before and after. */
  maps: { before: Picture; after: Picture }[];
  /** Maps that were left out. */
  omitted: number;
}
