import * as tf from '@tensorflow/tfjs';

/** What we use of tfjs's webgl backend beyond its types: private API of 4.22.0. */
interface WebglBackend {
  gpgpu: { gl: { canvas: EventTarget } };
  getAndSaveBinary(key: string, make: () => unknown): unknown;
}

/** True where the card computes with 32-bit floats. With 16 bits losses overflow and small steps vanish. */
export function hasFullPrecision(): boolean {
  return tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
}

/** Calls `lost` once if the browser takes the graphics card away: all tensors on it are gone then, silently as far as tfjs goes. */
export function watchContext(lost: () => void): void {
  const { gl } = (tf.backend() as unknown as WebglBackend).gpgpu;
  gl.canvas.addEventListener('webglcontextlost', () => lost(), { once: true });
}

/**
 * Calls `compiled` with the number of programs so far each time that the card gets a new one: the first steps of a network wait for
 * these.
 */
export function watchPrograms(compiled: (programs: number) => void): void {
  const backend = tf.backend() as unknown as WebglBackend;
  const theirs = backend.getAndSaveBinary;
  let programs = 0;
  backend.getAndSaveBinary = function (key, make) {
    return theirs.call(this, key, () => {
      compiled(++programs);
      return make();
    });
  };
}
