import type { Loading } from '../datasets';
import type { Stage } from '../lab';

/** Shows bytes that arrive as a progress bar, on the stage of the run that waits for them. */
export function showLoading(currentStage: () => Stage | undefined): (loading: Loading) => void {
  const places = new Map<number, { stage: Stage; slot: string }>();

  return ({ id, ...loading }) => {
    const known = places.get(id);
    const stage = known?.stage ?? currentStage();
    if (!stage) return;
    const slot = stage.emit({ kind: 'loading', ...loading }, known?.slot);
    if (loading.done) places.delete(id);
    else places.set(id, { stage, slot });
  };
}
