import { say } from '../../words';
import type { Mistake } from './mistake';

/** Memory, variables and gradients. */
export const lifetimeMistakes: Mistake[] = [
  {
    says: /^Tensor is disposed\.?$/,
    hint: () => say('explain.disposed'),
  },
  {
    says: /(?:Layer|Container) '(.+)' is already disposed/,
    hint: ([, name = '']) => say('explain.disposedModel', { name }),
  },
  {
    says: /Variable with name (.+) was already registered/,
    hint: ([, name = '']) => say('explain.variable', { name }),
  },
  {
    says: /expects at least one of the input variables to be trainable/,
    hint: () => say('explain.noVariables'),
  },
  {
    says: /Cannot compute gradient of y=f\(x\) with respect to x|Cannot find a connection between any variable and the result of the loss function/,
    hint: () => say('explain.gradient'),
  },
  {
    says: /Cannot compute gradient: gradient function not found for (\w+)|Error in gradient of .*dilation rates greater than 1 are not yet supported/,
    hint: ([, kernel]) => say('explain.noGradient', { op: kernel ?? '' }),
  },
  {
    says: /Kernel '(\w+)' not registered for backend '(\w+)'/,
    hint: ([, kernel = '', backend = '']) => say('explain.kernel', { kernel, backend }),
  },
];
