/** Names that the language itself defines in every realm: using them does not make a cell depend on another. */
const builtins = new Set(
  `globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI
   encodeURIComponent escape unescape AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array
   BigUint64Array Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array
   Float64Array Function Int8Array Int16Array Int32Array Intl Iterator JSON Map Math Number Object Promise Proxy RangeError
   ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError Uint8Array
   Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet WebAssembly`.split(/\s+/),
);

/** `arguments` is not a global, but like `eval` it cannot be bound in strict code: outside a function it stays a ReferenceError. */
export function isBuiltin(name: string): boolean {
  return builtins.has(name) || name === 'arguments';
}
