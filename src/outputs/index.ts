import type { Output, OutputKind, OutputOf } from '../protocol';
import { showActivation } from './activation';
import { showBatchNorm } from './batch-norm';
import { showArchitecture } from './architecture';
import { showChart } from './chart-view';
import { showConfusion } from './confusion';
import { showControl } from './control';
import { showError } from './error';
import { showFile } from './file';
import { showFrames } from './frames';
import { showGuesses } from './guesses';
import { showHeatMap } from './heat-map';
import { showImages } from './images';
import { showLoading } from './loading';
import { showLog } from './log';
import { showNetwork } from './network';
import { showOverlay } from './overlay';
import { showReplay } from './replay';
import type { Shown } from './shown';
import { showSummary } from './summary';
import { showTable } from './table';
import { showTraining } from './training';
import { showTree } from './tree';
import { showVerdict } from './verdict';
import { showWindow } from './window';

export type { ControlMoved } from './control';
export type { GotoPosition } from './error';
export { saveFile } from './save-file';
export type { Shown } from './shown';

type Renderers = { [K in OutputKind]: (output: OutputOf<K>) => Shown<K> };

/** How each kind of output is drawn. A kind without an entry does not compile. */
export const renderers: Renderers = {
  log: showLog,
  tree: showTree,
  error: showError,
  table: showTable,
  'heat-map': showHeatMap,
  images: showImages,
  chart: showChart,
  summary: showSummary,
  training: showTraining,
  window: showWindow,
  overlay: showOverlay,
  frames: showFrames,
  guesses: showGuesses,
  confusion: showConfusion,
  'batch-norm': showBatchNorm,
  activation: showActivation,
  architecture: showArchitecture,
  network: showNetwork,
  replay: showReplay,
  loading: showLoading,
  verdict: showVerdict,
  file: showFile,
  control: showControl,
};

/**
 * Draws any output. An update of another kind swaps the element where it stands (a slot that showed the loading of a data set
 * may show a picture next).
 */
export function showOutput(output: Output): Shown {
  let kind = output.kind;
  let shown = draw(kind, output);
  return {
    get element() {
      return shown.element;
    },
    update: (next) => {
      if (next.kind === kind) return shown.update(next);
      const before = shown;
      kind = next.kind;
      shown = draw(kind, next);
      before.element.replaceWith(shown.element);
      before.remove();
    },
    remove: () => shown.remove(),
  };
}

function draw<K extends OutputKind>(kind: K, output: OutputOf<K>): Shown<K> {
  return renderers[kind](output);
}
