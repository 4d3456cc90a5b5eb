import type { Output, OutputKind, OutputOf } from '../protocol';
import { showActivation } from './layer/activation';
import { showBatchNorm } from './layer/batch-norm';
import { showArchitecture } from './architecture/architecture';
import { showChart } from './chart/chart-view';
import { showConfusion } from './pictures/confusion';
import { showControl } from './control/control';
import { showError } from './text/error';
import { showFile } from './text/file';
import { showFrames } from './pictures/frames';
import { showGuesses } from './pictures/guesses';
import { showHeatMap } from './pictures/heat-map';
import { showImages } from './pictures/images';
import { showLoading } from './text/loading';
import { showLog } from './text/log';
import { showMore } from './text/more';
import { showNetwork } from './network/network';
import { showOverlay } from './pictures/overlay';
import { showReplay } from './training/replay';
import { drawForWidth } from './kit/on-page';
import type { Shown } from './kit/shown';
import { showSummary } from './architecture/summary';
import { showTable } from './text/table';
import { showTraining } from './training/training';
import { showTree } from './text/tree';
import { showVerdict } from './text/verdict';
import { showWindow } from './window/window';

export type { ControlMoved } from './control/control';
export type { GotoPosition } from './text/error';
export { saveFile } from './kit/save-file';
export { inTurn } from './kit/turns';
export type { Shown } from './kit/shown';

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
  more: showMore,
};

/**
 * Draws any output. An update of another kind replaces the element in place (a slot that showed the loading of a data set may show a
 * picture next).
 *
 * @param width of its place, in CSS pixels, where that is known
 */
export function showOutput(output: Output, width = 0): Shown {
  let kind = output.kind;
  let shown = drawForWidth(width, () => draw(kind, output));
  return {
    get element() {
      return shown.element;
    },
    update: (next) => {
      if (next.kind === kind) return shown.update(next);
      const before = shown;
      kind = next.kind;
      shown = drawForWidth(before.element.clientWidth, () => draw(kind, next));
      before.element.replaceWith(shown.element);
      before.remove();
    },
    remove: () => shown.remove(),
  };
}

function draw<K extends OutputKind>(kind: K, output: OutputOf<K>): Shown<K> {
  return renderers[kind](output);
}
