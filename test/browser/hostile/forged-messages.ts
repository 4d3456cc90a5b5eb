const memory = '{ tensors: 0, bytes: 0 }';
const tree = '{ kind: "log", head: [{ level: "log", text: "forged" }], omitted: 0, tail: [] }';
const backend = '{ name: "wasm", reason: "forged", threads: 1 }';
const output = (shown: string, cell = 'photograph'): string =>
  `{ kind: "output", run: 1, cell: ${JSON.stringify(cell)}, slot: "1", output: ${shown} }`;

/**
 * What a cell sends to pass for the kernel or for the page itself, as the text of an expression. `photograph` and `edge-kernel` are cells
 * of the lesson that did not send it, and 1 is the number of a run of another cell.
 */
export const forged: readonly string[] = [
  '{ kind: "edit", cell: "photograph", source: "forged" }',
  '{ kind: "edit", cell: "edge-kernel", source: "forged" }',
  '{ kind: "insert", name: "scratch-9", place: { after: "photograph", rank: 0 }, source: "forged" }',
  '{ kind: "remove", cell: "photograph" }',
  '{ kind: "remove", cell: "ten-lines" }',
  '{ kind: "run", cell: "tiny" }',
  '{ kind: "run-all" }',
  '{ kind: "stop" }',
  '{ kind: "restart" }',
  '{ kind: "grace-over", run: 1 }',
  '{ kind: "control", cell: "photograph", label: "x", value: 1 }',
  '{ kind: "controls", cell: "photograph", controls: null }',
  '{ kind: "run-fed", cell: "tiny" }',
  '{ kind: "run-above", cell: "window" }',
  output(tree),
  output(tree, 'edge-kernel'),
  output('{ kind: "verdict", passed: 4, total: 4, hints: [] }', 'photograph'),
  output('{ kind: "verdict", passed: 1, total: 1, hints: [] }', 'out-size-check'),
  output('{ kind: "verdict", passed: 1, total: 1, hints: [] }', '<junk>"]'),
  output(
    '{ kind: "heat-map", rows: 1e5, columns: 1e5, values: new Float32Array(4), scale: "sequential", range: [0, 1] }',
  ),
  output('{ kind: "heat-map", rows: 1e5, columns: 1e5, values: [] }'),
  output('{ kind: "constructor" }'),
  output('{ kind: "__proto__" }'),
  output('{}'),
  output('null'),
  output('{ kind: "tree" }', 'nowhere'),
  `{ kind: "finished", run: 1, cell: "photograph", outcome: "done", milliseconds: 1, memory: ${memory} }`,
  `{ kind: "finished", run: 1, cell: "junk name", outcome: "done", milliseconds: 1, memory: ${memory} }`,
  `{ kind: "finished", run: 2, cell: "tiny", outcome: "done", milliseconds: "x", memory: null }`,
  '{ kind: "started", run: 1, cell: "photograph" }',
  `{ kind: "ready", backend: null }`,
  '{ kind: "moved" }',
  `{ kind: "moved", backend: ${backend} }`,
  '{ kind: "warming" }',
  'null',
  'undefined',
  '"x"',
  '5',
  '[]',
  '{ kind: "constructor" }',
  '{ kind: "__proto__" }',
  '{ kind: { toString: null } }',
  '{ kind: "ask", id: 1, request: { act: "read", path: "../secret" } }',
  '{ kind: "ask", id: "x", request: null }',
  '{ kind: "chosen", choice: null }',
];

/**
 * A cell that sends `message` by every way to the page that it can get hold of: its own scope, and ports that it sees in the hands of the
 * kernel while that prints, reads a file and hears the answer.
 */
export const sendText = (message: string): string => `const forgedMessage: any = ${message}
const ports = new Set<MessagePort>()
const see = (...things: any[]) => {
  for (const thing of things) try {
    for (const one of [thing, thing?.currentTarget, thing?.target]) if (one instanceof MessagePort) ports.add(one)
  } catch {}
}
const places: [any, string][] = [[MessagePort.prototype, 'postMessage'], [Function.prototype, 'call'], [Function.prototype, 'apply'],
  [Function.prototype, 'bind'], [Reflect, 'apply'], [Array.prototype, 'push'], [Map.prototype, 'get'], [Map.prototype, 'delete']]
const own = places.map(([object, name]) => object[name])
const { apply } = Reflect
places.forEach(([object, name], at) => {
  object[name] = function (this: any, ...given: any[]) { see(this, ...given); return apply(own[at], this, given) }
})
try {
  console.log('a line')
  await Promise.race([digits({ train: 1, test: 1 }), new Promise((go) => setTimeout(go, 300))])
} catch {}
places.forEach(([object, name], at) => { object[name] = own[at] })
for (const way of [self, ...ports] as any[]) try { way.postMessage(forgedMessage) } catch {}
`;
