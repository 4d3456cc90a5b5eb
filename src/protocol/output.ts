import type { ActivationOutput } from './outputs/activation';
import type { ArchitectureOutput } from './outputs/architecture';
import type { BatchNormOutput } from './outputs/batch-norm';
import type { ChartOutput } from './outputs/chart';
import type { ConfusionOutput } from './outputs/confusion';
import type { ControlOutput } from './outputs/control';
import type { ErrorOutput } from './outputs/error';
import type { FileOutput } from './outputs/file';
import type { FramesOutput } from './outputs/frames';
import type { GuessesOutput } from './outputs/guesses';
import type { HeatMapOutput } from './outputs/heat-map';
import type { ImagesOutput } from './outputs/images';
import type { LoadingOutput } from './outputs/loading';
import type { LogOutput } from './outputs/log';
import type { MoreOutput } from './outputs/more';
import type { NetworkOutput } from './outputs/network';
import type { OverlayOutput } from './outputs/overlay';
import type { ReplayOutput } from './outputs/replay';
import type { SummaryOutput } from './outputs/summary';
import type { TableOutput } from './outputs/table';
import type { TrainingOutput } from './outputs/training';
import type { TreeOutput } from './outputs/tree';
import type { VerdictOutput } from './outputs/verdict';
import type { WindowOutput } from './outputs/window';

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

/** All kinds of output. A new kind is a file in outputs/, its two lines above and its line here. */
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
