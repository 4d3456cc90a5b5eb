const split = (names: string): readonly string[] => names.split(' ');

/** Names that code for other places uses and that a cell does not have, by the phrase that says why. */
export const beyondCells = {
  /** What only a page has. */
  'explain.noPage': split(
    'document window localStorage sessionStorage alert prompt confirm history parent top opener frames screen Image Audio DOMParser XMLSerializer HTMLElement HTMLCanvasElement HTMLImageElement Element Node MutationObserver ResizeObserver IntersectionObserver getComputedStyle matchMedia customElements',
  ),
  /** Stores of the platform, which a page has and a cell may not use. */
  'explain.noStore': split('indexedDB caches cookieStore'),
  /** What needs a network: a cell has these names, but each use of them fails. */
  'explain.noNetwork': split('WebSocket WebSocketStream EventSource WebTransport XMLHttpRequest SharedWorker'),
  /** What Node.js has and no browser. */
  'explain.noNode': split('require process module exports Buffer __dirname __filename'),
} as const;
