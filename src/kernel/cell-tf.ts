import * as tf from '@tensorflow/tfjs';
import { watchMethods, watchNamespace } from './explain/watch-calls';
import { repairedNamespace } from '../tfjs-repairs';

let made: Record<string, unknown> | undefined;

/** Stack frames that the engine keeps: by default so few that tfjs's frames hide the reader's line. */
const framesKept = 100;

/** TensorFlow.js as cells have it: repaired, and able to explain its errors. The same object for all cells. `startBackend` has repaired tfjs itself. */
export function cellTf(): Record<string, unknown> {
  if (made) return made;
  Object.assign(Error, { stackTraceLimit: framesKept });
  watchMethods();
  made = watchNamespace(repairedNamespace({ ...tf }));
  return made;
}
