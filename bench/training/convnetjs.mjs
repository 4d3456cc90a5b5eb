// S and L in ConvNetJS, in a separate process. Reads `model batch steps` from each line and answers milliseconds per step; it trains
// one picture at a time.
import { createInterface } from 'node:readline';
import convnetjs from 'convnetjs';

const last = { type: 'softmax', num_classes: 10 };
const conv = (filters) => ({ type: 'conv', sx: 3, filters, stride: 1, pad: 0, activation: 'relu' });
const pool = { type: 'pool', sx: 2, stride: 2 };
const dense = { type: 'fc', num_neurons: 64, activation: 'relu' };
const models = {
  S: { size: [28, 28, 1], layers: [conv(32), pool, conv(64), pool, dense, last] },
  L: { size: [64, 64, 3], layers: [conv(32), pool, dense, last] },
};
const trainers = new Map();

function trainer(name, batch) {
  const { size, layers } = models[name];
  const [out_sx, out_sy, out_depth] = size;
  const net = new convnetjs.Net();
  net.makeLayers([{ type: 'input', out_sx, out_sy, out_depth }, ...layers]);
  // This release has no Adam; Adadelta keeps as many numbers per weight.
  const made = new convnetjs.Trainer(net, { method: 'adadelta', batch_size: batch });
  const picture = new convnetjs.Vol(...size);
  return { step: () => Array.from({ length: batch }, (_, index) => made.train(picture, index % 10)) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, batch, steps] = line.split(' ');
  const key = `${name} ${batch}`;
  if (!trainers.has(key)) trainers.set(key, trainer(name, Number(batch)));
  const begin = performance.now();
  for (let step = 0; step < Number(steps); step++) trainers.get(key).step();
  console.log((performance.now() - begin) / Number(steps));
}
