import type { Loading } from '../datasets';
import type { Stage } from '../lab';

/**
 * Shows bytes that arrive as a progress bar, on the stage of the run that waits for them. Its slot is not one of the run's own numbers:
 * what a cell shows has the same slots whether its data came now or before.
 */
export function showLoading(currentStage: () => Stage | undefined): (loading: Loading) => void {
  const stages = new Map<number, Stage>();

  return ({ id, ...loading }) => {
    const stage = stages.get(id) ?? currentStage();
    if (!stage) return;
    stage.emit({ kind: 'loading', ...loading }, `loading ${id}`);
    if (loading.done) stages.delete(id);
    else stages.set(id, stage);
  };
}
