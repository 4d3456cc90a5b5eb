import { AdamArguments, GradientDescentArguments, MomentumArguments, RmsPropArguments } from '../../../.generated/abi.as';
import { bytes, share } from './memory.as';

// One pass over a variable and its moments. What is read and what is written may be the same memory: each element is read
// before it is written.

/**
 * Adam, with ε as in Keras (Kingma & Ba 2015, the note before section 2.1): m' = β₁m + (1 − β₁)g, v' = β₂v + (1 − β₂)g²,
 * w' = w − rate · m' / (√v' + ε), where the rate is already corrected: η · √(1 − β₂ᵗ) / (1 − β₁ᵗ).
 */
export function adam(args: AdamArguments, thread: i32, threads: i32): void {
  const count = args.count;
  const first = share(count, 4, thread, threads), last = share(count, 4, thread + 1, threads);
  const at = bytes(first);
  let g = args.gradient + at, m = args.m + at, v = args.v + at, w = args.weights + at;
  let m2 = args.newM + at, v2 = args.newV + at, w2 = args.newWeights + at;
  const b1 = args.beta1, b2 = args.beta2, rate = args.rate, epsilon = args.epsilon;
  const B1 = f32x4.splat(b1), N1 = f32x4.splat(1 - b1), B2 = f32x4.splat(b2), N2 = f32x4.splat(1 - b2);
  const R = f32x4.splat(rate), E = f32x4.splat(epsilon);
  let i = first;
  for (; i + 4 <= last; i += 4, g += 16, m += 16, v += 16, w += 16, m2 += 16, v2 += 16, w2 += 16) {
    const G = v128.load(g);
    const M = f32x4.add(f32x4.mul(v128.load(m), B1), f32x4.mul(G, N1));
    const V = f32x4.add(f32x4.mul(v128.load(v), B2), f32x4.mul(f32x4.mul(G, G), N2));
    const W = v128.load(w);
    v128.store(m2, M);
    v128.store(v2, V);
    v128.store(w2, f32x4.sub(W, f32x4.div(f32x4.mul(M, R), f32x4.add(f32x4.sqrt(V), E))));
  }
  for (; i < last; i++, g += 4, m += 4, v += 4, w += 4, m2 += 4, v2 += 4, w2 += 4) {
    const G = load<f32>(g);
    const M = load<f32>(m) * b1 + G * (1 - b1), V = load<f32>(v) * b2 + G * G * (1 - b2), W = load<f32>(w);
    store<f32>(m2, M);
    store<f32>(v2, V);
    store<f32>(w2, W - (M * rate) / (sqrt<f32>(V) + epsilon));
  }
}

/** w' = w − η · g. */
export function gradientDescent(args: GradientDescentArguments, thread: i32, threads: i32): void {
  const count = args.count, rate = args.rate;
  const first = share(count, 4, thread, threads), last = share(count, 4, thread + 1, threads);
  const at = bytes(first);
  let g = args.gradient + at, w = args.weights + at, w2 = args.newWeights + at;
  const R = f32x4.splat(rate);
  let i = first;
  for (; i + 4 <= last; i += 4, g += 16, w += 16, w2 += 16) v128.store(w2, f32x4.sub(v128.load(w), f32x4.mul(v128.load(g), R)));
  for (; i < last; i++, g += 4, w += 4, w2 += 4) store<f32>(w2, load<f32>(w) - load<f32>(g) * rate);
}

/**
 * v' = μv + ηg, w' = w − v', or w − (ηg + μv') with Nesterov's look ahead, as in Keras.
 */
export function momentum(args: MomentumArguments, thread: i32, threads: i32): void {
  const count = args.count, nesterov = args.nesterov, mu = args.momentum, rate = args.rate;
  const first = share(count, 4, thread, threads), last = share(count, 4, thread + 1, threads);
  const at = bytes(first);
  let g = args.gradient + at, a = args.moment + at, w = args.weights + at, a2 = args.newMoment + at, w2 = args.newWeights + at;
  const MU = f32x4.splat(mu), R = f32x4.splat(rate);
  let i = first;
  for (; i + 4 <= last; i += 4, g += 16, a += 16, w += 16, a2 += 16, w2 += 16) {
    const G = f32x4.mul(v128.load(g), R), V = f32x4.add(f32x4.mul(v128.load(a), MU), G);
    v128.store(a2, V);
    v128.store(w2, f32x4.sub(v128.load(w), nesterov ? f32x4.add(G, f32x4.mul(V, MU)) : V));
  }
  for (; i < last; i++, g += 4, a += 4, w += 4, a2 += 4, w2 += 4) {
    const G = load<f32>(g) * rate, V = load<f32>(a) * mu + G;
    store<f32>(a2, V);
    store<f32>(w2, load<f32>(w) - (nesterov ? G + V * mu : V));
  }
}

/**
 * RMSProp: s' = ρs + (1 − ρ)g², c' = μc + ηg / √(s' + ε), w' = w − c'; centered, with c̄' = ρc̄ + (1 − ρ)g, √(s' − c̄'² + ε).
 * It is centered where it has a mean c̄.
 */
export function rmsProp(args: RmsPropArguments, thread: i32, threads: i32): void {
  const count = args.count;
  const first = share(count, 1, thread, threads), last = share(count, 1, thread + 1, threads);
  const g = args.gradient, s = args.squares, c = args.moment, w = args.weights, mean = args.mean;
  const s2 = args.newSquares, c2 = args.newMoment, w2 = args.newWeights, mean2 = args.newMean;
  const rho = args.decay, mu = args.momentum, rate = args.rate, epsilon = args.epsilon;
  for (let i = first; i < last; i++) {
    const at = bytes(i);
    const G = load<f32>(g + at), S = load<f32>(s + at) * rho + G * G * (1 - rho);
    let spread = S;
    if (mean) {
      const M = load<f32>(mean + at) * rho + G * (1 - rho);
      store<f32>(mean2 + at, M);
      spread -= M * M;
    }
    const C = load<f32>(c + at) * mu + (G * rate) / sqrt<f32>(spread + epsilon);
    const W = load<f32>(w + at);
    store<f32>(s2 + at, S);
    store<f32>(c2 + at, C);
    store<f32>(w2 + at, W - C);
  }
}
