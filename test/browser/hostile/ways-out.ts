/** Ways out to the network, as the text of an async function's body in plain JavaScript; HOST is `127.0.0.1:port`. */
export const waysOut: Readonly<Record<string, string>> = {
  fetch: `await fetch('http://HOST/fetch')`,
  'fetch-no-cors': `await fetch('http://HOST/fetch-no-cors', { mode: 'no-cors' })`,
  'fetch-post': `await fetch('http://HOST/fetch-post', { method: 'POST', body: 'words', mode: 'no-cors', keepalive: true })`,
  'fetch-request': `await fetch(new Request('http://HOST/fetch-request'))`,
  'fetch-scheme-relative': `await fetch(new URL('//HOST/fetch-scheme-relative', 'http://x/'))`,
  'fetch-credentials': `await fetch('http://user:words@HOST/fetch-credentials').catch(() => fetch('http://HOST/fetch-credentials', { credentials: 'include' }))`,
  xhr: `const x = new XMLHttpRequest(); x.open('GET', 'http://HOST/xhr'); x.send(); await new Promise((go) => (x.onloadend = go))`,
  'xhr-sync': `const x = new XMLHttpRequest(); x.open('POST', 'http://HOST/xhr-sync', false); x.send('words')`,
  websocket: `const s = new WebSocket('ws://HOST/websocket'); await new Promise((go) => (s.onclose = go))`,
  'websocket-stream': `await new WebSocketStream('ws://HOST/websocket-stream').opened`,
  'event-source': `const s = new EventSource('http://HOST/event-source'); await new Promise((go) => (s.onerror = go)); s.close()`,
  import: `await import('http://HOST/import.js')`,
  'import-blob': `await import(URL.createObjectURL(new Blob(["import 'http://HOST/import-blob.js'"], { type: 'text/javascript' })))`,
  'import-data': `await import("data:text/javascript,import 'http://HOST/import-data.js'")`,
  'import-scripts': `importScripts('http://HOST/import-scripts.js')`,
  worker: `new Worker('http://HOST/worker.js')`,
  'worker-module': `new Worker('http://HOST/worker-module.js', { type: 'module' })`,
  'nested-fetch': nested(`await fetch('http://HOST/nested-fetch', { mode: 'no-cors' })`),
  'nested-xhr': nested(`const x = new XMLHttpRequest(); x.open('GET', 'http://HOST/nested-xhr', false); x.send()`),
  'nested-websocket': nested(`new WebSocket('ws://HOST/nested-websocket')`),
  'nested-event-source': nested(`new EventSource('http://HOST/nested-event-source')`),
  'nested-import': nested(`await import('http://HOST/nested-import.js')`),
  'nested-import-scripts': nested(`importScripts('http://HOST/nested-import-scripts.js')`),
  'nested-data': `new Worker('data:text/javascript,' + encodeURIComponent("fetch('http://HOST/nested-data', { mode: 'no-cors' })")); await new Promise((go) => setTimeout(go, 400))`,
  'nested-twice': nested(
    nested(`await fetch('http://HOST/nested-twice', { mode: 'no-cors' })`)
      .replaceAll('`', '\\`')
      .replaceAll('${', '\\${'),
  ),
  font: `const f = new FontFace('stolen', 'url(http://HOST/font.woff2)'); await f.load()`,
  'web-transport': `await new WebTransport('https://HOST/web-transport').ready`,
  'web-rtc': `const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:HOST' }] }); c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer()); await new Promise((go) => setTimeout(go, 400))`,
  beacon: `navigator.sendBeacon('http://HOST/beacon', 'words')`,
  'wasm-stream': `await WebAssembly.instantiateStreaming(fetch('http://HOST/wasm-stream'))`,
  'cache-add': `await (await caches.open('x')).add('http://HOST/cache-add')`,
  'shared-worker': `new SharedWorker('http://HOST/shared-worker.js')`,
  'service-worker': `await navigator.serviceWorker.register('http://HOST/service-worker.js')`,
  'background-fetch': `await registration.backgroundFetch.fetch('x', ['http://HOST/background-fetch'])`,
  location: `location.href = 'http://HOST/location'`,
  'open-window': `open('http://HOST/open-window')`,
  'parent-location': `parent.location = 'http://HOST/parent-location'`,
  image: `new Image().src = 'http://HOST/image'`,
};

/** Ways that end in an output: addresses inside of what a cell shows. */
export const shownWays: readonly string[] = [
  `show('<img src="http://HOST/shown-image"><link rel=stylesheet href="http://HOST/shown-style">')`,
  `plot({ 'url(http://HOST/shown-chart)': [1, 2, 3] })`,
  `plot({ type: 'line', data: { labels: [1], datasets: [{ data: [1], backgroundColor: 'url(http://HOST/shown-colour)', pointStyle: 'http://HOST/shown-point' }] } } as any)`,
  `console.log('%cx', 'background: url(http://HOST/shown-log)')`,
  `download('http://HOST/shown-file', '<script src="http://HOST/shown-script"></script>')`,
  `await tf.loadLayersModel('http://HOST/model.json')`,
  `await tf.loadGraphModel('http://HOST/graph.json')`,
  `await tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] }).save('http://HOST/save')`,
  `await tf.data.csv('http://HOST/words.csv').toArray()`,
  `throw Object.assign(new Error('<img src="http://HOST/shown-error">'), { stack: 'at http://HOST/shown-stack.js:1:1' })`,
];

function nested(work: string): string {
  return `new Worker(URL.createObjectURL(new Blob([\`(async () => { ${work} })().catch(() => {})\`], { type: 'text/javascript' }))); await new Promise((go) => setTimeout(go, 400))`;
}
