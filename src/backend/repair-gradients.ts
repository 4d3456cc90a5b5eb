import { installDilatedGradients } from './convolution-gradients';

let done = false;

/** Mends, once, what tfjs's gradients lack on every backend. */
export function repairGradients(): void {
  if (done) return;
  done = true;
  installDilatedGradients();
}
