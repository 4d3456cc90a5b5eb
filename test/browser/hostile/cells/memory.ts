import type { Family } from './family.ts';

/** What is touched stays well below a gigabyte, so that the suite does no harm to the machine it runs on. */
export const memory: Family = {
  name: 'memory',
  tells: [
    'new ArrayBuffer(2 ** 45)',
    'new Float32Array(2 ** 40)',
    'new Array(-1)',
    '"x".repeat(2 ** 30)',
    '"x".repeat(-1)',
    'tf.zeros([1e6, 1e6])',
    'new WebAssembly.Memory({ initial: 1e9 })',
    'new WebAssembly.Memory({ initial: 65536 }).grow(65536)',
    'let s = "x"; for (;;) s += s',
    'new SharedArrayBuffer(2 ** 50)',
    'BigInt(2) ** BigInt(2 ** 40)',
    'Array(2 ** 32)',
  ],
  cells: [
    'const big = new Array(2 ** 32 - 1); big.length',
    'const sparse: number[] = []; sparse[2 ** 32 - 2] = 1; sparse',
    'Array.from({ length: 1e6 }, (_, i) => i)',
    'new Uint8Array(1e8)',
    'const keep = Array.from({ length: 50 }, () => new Float64Array(1e5)); keep',
    'Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i]))',
    'new Set(Array.from({ length: 1e6 }, (_, i) => i))',
    '"x".repeat(2 ** 25)',
    'for (let i = 0; i < 2000; i++) tf.zeros([100, 100])',
    'structuredClone(new Uint8Array(1e8)).length',
  ],
  endless: ['const all: any[] = []; for (let i = 0; i < 2e7; i++) all.push({ i })', 'for (;;) new Uint8Array(1e6)'],
};
