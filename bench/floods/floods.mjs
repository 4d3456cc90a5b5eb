/** Cells that give a page more than it can draw, and what each is. */
export const floods = {
  '50 heat maps of 28 × 28': 'for (let i = 0; i < 50; i++) show(tf.ones([28, 28]))',
  '500 charts': 'for (let i = 0; i < 500; i++) plot([1, 2, 3])',
  'a value for ever': "while (true) show('forever')",
  'a place for ever': "while (true) plot([1, Math.random()], { name: 'one' })",
  'a billion ticks':
    "plot({ type: 'line', data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] }, options: { scales: { y: { ticks: { count: 1e9 } } } } })",
  'slices of −1, 0 and 1e308': "plot({ type: 'doughnut', data: { datasets: [{ data: [-1, 0, 1e308] }] } })",
  'a turn of 1e300°':
    "plot({ type: 'pie', data: { datasets: [{ data: [1, 2] }] }, options: { rotation: 1e300, circumference: 1e300 } })",
  'dashes of 1e-9 pixels':
    "plot({ type: 'line', data: { labels: [1, 2], datasets: [{ data: [1, 2], borderDash: [1e-9, 1e-9] }] } })",
  'steps of 1e-300':
    "plot({ type: 'bar', data: { labels: [1, 2], datasets: [{ data: [1e300, -1e300] }] }, options: { scales: { y: { ticks: { stepSize: 1e-300 } } } } })",
  '90,000 points in 30 data sets':
    "plot({ type: 'scatter', data: { datasets: Array.from({ length: 30 }, () => ({ pointRadius: 1e6, data: Array.from({ length: 900 }, (_, x) => ({ x, y: Math.random() })) })) } })",
  '90,000 labels':
    "plot({ type: 'bar', data: { labels: Array.from({ length: 45000 }, (_, i) => 'label ' + i), datasets: [{ data: Array.from({ length: 45000 }, (_, i) => i) }] } })",
  'a radar of 1,000 axes':
    "plot({ type: 'radar', data: { labels: Array.from({ length: 1000 }, (_, i) => 'axis ' + i), datasets: [{ data: Array.from({ length: 1000 }, (_, i) => i) }] }, options: { scales: { r: { ticks: { count: 1e6 } } } } })",
  'an animation without end':
    "plot({ type: 'line', data: { labels: [1, 2], datasets: [{ data: [1, 2] }] }, options: { animations: { tension: { duration: 1, from: 1, to: 0, loop: true } }, devicePixelRatio: 1e6 } })",
  '30 lines of 10,000 points':
    "plot(Object.fromEntries(Array.from({ length: 30 }, (_, l) => ['l' + l, Array.from({ length: 10000 }, () => Math.random())])))",
  'an error of a million lines': "throw new Error('m\\n'.repeat(1e6))",
  'an error with a long name': "throw Object.assign(new Error('x'.repeat(1e7)), { name: 'N'.repeat(1e7) })",
  '2,000 lines of 100 kB': "for (let i = 0; i < 2000; i++) console.log(i + 'x'.repeat(100_000))",
  'logs between values':
    "for (let i = 0; i < 500; i++) { show(i); for (let l = 0; l < 100; l++) console.log('x'.repeat(5000)) }",
  '50 tables of 200 × 50':
    "for (let i = 0; i < 50; i++) show(Array.from({ length: 200 }, () => Object.fromEntries(Array.from({ length: 50 }, (_, c) => ['c' + c, 'x'.repeat(900)]))))",
  '200 trees of 100 values':
    "for (let i = 0; i < 200; i++) show(Array.from({ length: 100 }, (_, at) => ({ at, text: 'x'.repeat(900) })))",
  'a tree of 10,000 levels': 'let deep = {}; for (let i = 0; i < 10000; i++) deep = { deep }; show(deep)',
  'an object of a million keys': "show(Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => ['k' + i, i])))",
  'a text of 1e8 characters': "show('x'.repeat(1e8))",
  'a list of 2 ** 32 − 1 places':
    'const list = []; list.length = 2 ** 32 - 1; show(list); show(new Map(Array.from({ length: 1e5 }, (_, i) => [i, i])))',
  '100 batches of images': 'for (let i = 0; i < 100; i++) show(tf.ones([64, 28, 28, 1]))',
  'messages for ever': 'while (true) postMessage({})',
  'messages that look like outputs':
    "for (let run = 0; run < 30; run++) for (let i = 0; i < 500; i++) postMessage({ kind: 'output', run, cell: 'photograph', slot: 'f' + i, output: { kind: 'tree', root: { text: 'x', type: 'string' } } })",
  'a forged table of 90,000 columns':
    "for (let run = 0; run < 30; run++) postMessage({ kind: 'output', run, cell: 'photograph', slot: 'f', output: { kind: 'table', columns: Array.from({ length: 90000 }, (_, i) => 'c' + i), rows: [Array.from({ length: 90000 }, (_, i) => i)], omitted: 0 } })",
  '1,000 sliders': "for (let i = 0; i < 1000; i++) slider('s' + i)",
  '50 lists of 1,000 choices':
    "for (let i = 0; i < 50; i++) select('s' + i, Array.from({ length: 1000 }, (_, at) => at + 'x'.repeat(90)))",
  'a confusion of 200 classes':
    "const net200 = tf.sequential({ layers: [tf.layers.dense({ units: 200, inputShape: [1], activation: 'softmax' })] }); await confusionMatrix(net200, tf.ones([50, 1]), tf.zeros([50]))",
  'a model of 300 layers':
    'const long = tf.sequential(); for (let i = 0; i < 300; i++) long.add(tf.layers.dense({ units: 2, inputShape: [2] })); show(long)',
  'a picture of 16 million pixels': 'show(tf.ones([4000, 4000, 1]))',
  'a heat map of 1,000 × 1,000': "show(tf.randomNormal([1000, 1000]), { as: 'heat-map' })",
  'a title of a million characters':
    "show(1, { title: 'x'.repeat(1e6) }); plot([1, 2], { title: 'x'.repeat(1e6), x: 'y'.repeat(1e6) })",
  '2,000 bars with names':
    "plot(Array.from({ length: 2000 }, (_, i) => i), { categories: Array.from({ length: 2000 }, (_, i) => 'n'.repeat(300)) })",
  '1,000 files': "for (let i = 0; i < 1000; i++) download('f' + i + '.txt', 'x'.repeat(1000))",
  'an error with 10,000 calls':
    'function fall(n: number): number { if (n === 0) throw new Error(`down`); return fall(n - 1) + 1 } fall(5000)',
  'a map and a set of a million':
    'show(new Map(Array.from({ length: 1e5 }, (_, i) => [i, { i }]))); show(new Set(Array.from({ length: 1e6 }, (_, i) => i)))',
  'lines without end on one line': "while (true) console.log('x'.repeat(1000))",
  'a wide tree':
    "const leaf = () => Object.fromEntries(Array.from({ length: 200 }, (_, i) => ['key' + i, 'x'.repeat(5000)])); show(Object.fromEntries(Array.from({ length: 200 }, (_, i) => ['k' + i, leaf()])))",
};
