export const backend = {
  'backend.name.webgpu': 'WebGPU',
  'backend.name.webgl': 'WebGL',
  'backend.name.wasm': 'WebAssembly',
  'backend.name.cpu': 'plain JavaScript',
  'backend.card': '{api} on {card}.',
  'backend.noCard': 'No graphics card is open to this browser, so the processor trains (WebAssembly).',
  'backend.softwareCard':
    'The browser draws in software ({card}), so the processor trains (WebAssembly): it is faster.',
  'backend.halfCard':
    'The graphics card {card} computes with half precision, which spoils training, so the processor trains (WebAssembly).',
  'backend.cardFaster': '{api} on {card}: {gpu} ms for a small network, where the processor takes {cpu} ms.',
  'backend.cardSlower':
    'The processor (WebAssembly): {cpu} ms for a small network, where {card} takes {gpu} ms ({api}).',
  'backend.warming': 'The graphics card is preparing its programs: {programs} so far.',
  'backend.lost':
    'The browser took the graphics card away, and what was on it is lost. The processor (WebAssembly) takes over: run your cells again.',
  'backend.lostBefore':
    'On an earlier visit the browser took the graphics card away, so the processor trains (WebAssembly).',
  'backend.overflow':
    'The loss became {loss} on a graphics card of half precision. The processor (WebAssembly) takes over: run your cells again.',
  'backend.overflowBefore':
    'On an earlier visit a loss became NaN or infinite on the graphics card, which computes with half precision, so the processor trains (WebAssembly).',
  'backend.chosen': 'You chose {name}.',
  'backend.fell': '{wanted} did not start here, so {got} runs.',
  'backend.readSync':
    'On WebGPU values arrive later: write `await tensor.data()` or `await tensor.array()`, or choose another backend above the chapter.',
  'backend.none': 'No TensorFlow.js backend starts in this browser.',
} as const;
