import { activationSchema, type ActivationOutput } from './outputs/activation';
import { architectureSchema, type ArchitectureOutput } from './outputs/architecture';
import { batchNormSchema, type BatchNormOutput } from './outputs/batch-norm';
import { chartSchema, type ChartOutput } from './outputs/chart';
import { confusionSchema, type ConfusionOutput } from './outputs/confusion';
import { controlSchema, type ControlOutput } from './outputs/control';
import { errorSchema, type ErrorOutput } from './outputs/error';
import { fileSchema, type FileOutput } from './outputs/file';
import { framesSchema, type FramesOutput } from './outputs/frames';
import { guessesSchema, type GuessesOutput } from './outputs/guesses';
import { heatMapSchema, type HeatMapOutput } from './outputs/heat-map';
import { imagesSchema, type ImagesOutput } from './outputs/images';
import { loadingSchema, type LoadingOutput } from './outputs/loading';
import { logSchema, type LogOutput } from './outputs/log';
import { moreSchema, type MoreOutput } from './outputs/more';
import { networkSchema, type NetworkOutput } from './outputs/network';
import { overlaySchema, type OverlayOutput } from './outputs/overlay';
import { replaySchema, type ReplayOutput } from './outputs/replay';
import { summarySchema, type SummaryOutput } from './outputs/summary';
import { tableSchema, type TableOutput } from './outputs/table';
import { trainingSchema, type TrainingOutput } from './outputs/training';
import { treeSchema, type TreeOutput } from './outputs/tree';
import { verdictSchema, type VerdictOutput } from './outputs/verdict';
import { windowSchema, type WindowOutput } from './outputs/window';
import { variants, type Schema } from './schema';

export type * from './outputs/activation';
export type * from './outputs/architecture';
export type * from './outputs/batch-norm';
export type * from './outputs/chart';
export type * from './outputs/confusion';
export type * from './outputs/control';
export type * from './outputs/error';
export type * from './outputs/file';
export type * from './outputs/frames';
export type * from './outputs/guesses';
export type * from './outputs/heat-map';
export type * from './outputs/images';
export type * from './outputs/loading';
export type * from './outputs/log';
export type * from './outputs/more';
export type * from './outputs/network';
export type * from './outputs/overlay';
export type * from './outputs/replay';
export type * from './outputs/summary';
export type * from './outputs/table';
export type * from './outputs/training';
export type * from './outputs/tree';
export type * from './outputs/verdict';
export type * from './outputs/window';

/** All kinds of output. A new kind is a file in outputs/, its two lines above, its line here and its line below. */
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
  | ControlOutput
  | MoreOutput;

export type OutputKind = Output['kind'];

export type OutputOf<K extends OutputKind> = Extract<Output, { kind: K }>;

/** The check of each kind; one that is missing does not compile. */
export const outputSchema: Schema<Output> = variants<Output, 'kind'>('kind', {
  activation: activationSchema,
  architecture: architectureSchema,
  'batch-norm': batchNormSchema,
  chart: chartSchema,
  confusion: confusionSchema,
  control: controlSchema,
  more: moreSchema,
  error: errorSchema,
  file: fileSchema,
  frames: framesSchema,
  guesses: guessesSchema,
  'heat-map': heatMapSchema,
  images: imagesSchema,
  loading: loadingSchema,
  log: logSchema,
  network: networkSchema,
  overlay: overlaySchema,
  replay: replaySchema,
  summary: summarySchema,
  table: tableSchema,
  training: trainingSchema,
  tree: treeSchema,
  verdict: verdictSchema,
  window: windowSchema,
});
