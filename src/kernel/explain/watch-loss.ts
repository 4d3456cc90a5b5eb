import { watchLosses } from '../../backend';
import { say } from '../../words';

/** Says once, after a training that ended with NaN or ∞, what the likely cause is: tfjs itself says nothing. Once per kernel. */
export function watchLoss(tell: (hint: string) => void): void {
  watchLosses((loss) => {
    if (!Number.isFinite(loss)) tell(say('explain.nan', { loss }));
  });
}
