/*
 * The kernel together with tfjs's webgpu backend, which few readers need. It cannot be fetched later: the kernel's origin reaches no
 * address.
 */
import './prepare-worker';
import '@tensorflow/tfjs-backend-webgpu';
import './worker';
