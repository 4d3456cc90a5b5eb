/**
 * A source of pseudo-random numbers in [0, 1) that are always the same for the same seed: sfc32 by Chris Doty-Humphrey
 * (PractRand, public domain). Each number has 53 random bits, as many as `Math.random` gives.
 */
export function generator(seed: number): () => number {
  const bits = new Uint32Array(new Float64Array([seed]).buffer);
  let [a, b, c, counter] = [0, bits[0] ?? 0, bits[1] ?? 0, 1];
  const next = (): number => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  // The first numbers are still correlated with the seed.
  for (let turn = 0; turn < 20; turn++) next();
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}
