import type { BackendName } from '../../protocol';
import { say } from '../../words';
import { probe } from './probe';
import { isSoftwareRenderer, webglRenderer } from './renderer';
import { hasFullPrecision } from './webgl';
import { webgpuCard, type Card } from './webgpu';

/** A choice and its reason, in the language of the page that made it. */
export interface Choice {
  name: BackendName;
  reason: string;
}

/** Keeps the choice for this device. The host provides it; what it cannot read counts as absent. */
export interface ChoiceStore {
  load(): Promise<Choice | undefined>;
  save(choice: Choice): Promise<void>;
}

/** Milliseconds for each of the two backends that the probe compares, after both have started. */
const budget = 70;

/**
 * Which backend this device should train on: what the reader chose, what an earlier visit found, or otherwise wasm, unless there is a
 * hardware graphics card that is faster for a small network.
 */
export async function choose(
  { preferred, store }: { preferred?: BackendName; store?: ChoiceStore },
  start: (name: BackendName) => Promise<number>,
): Promise<Choice> {
  if (preferred) return { name: preferred, reason: say('backend.chosen', { name: say(`backend.name.${preferred}`) }) };
  const remembered = await store?.load();
  if (remembered) return remembered;
  const choice = await weigh(start);
  await store?.save(choice);
  return choice;
}

async function weigh(start: (name: BackendName) => Promise<number>): Promise<Choice> {
  // Nearly every device needs wasm, to train on or to compare: it starts while the cards are found.
  const [cards] = await Promise.all([findCards(), start('wasm')]);
  const hardware = cards.filter(({ software }) => !software);
  const [first] = hardware.length > 0 ? hardware : cards;
  if (!first) return { name: 'wasm', reason: say('backend.noCard') };
  if (first.software) return { name: 'wasm', reason: say('backend.softwareCard', { card: first.card }) };

  let best: { name: 'webgpu' | 'webgl'; card: string; milliseconds: number } | undefined;
  let reason = say('backend.noCard');
  for (const { name, card } of hardware) {
    if (!(await start(name))) continue;
    if (name === 'webgl' && !hasFullPrecision()) {
      reason = say('backend.halfCard', { card });
      continue;
    }
    best = { name, card, milliseconds: await probe(budget) };
    break;
  }
  if (!best) return { name: 'wasm', reason };
  const api = say(`backend.name.${best.name}`);
  if (!(await start('wasm'))) return { name: best.name, reason: say('backend.card', { api, card: best.card }) };
  const onProcessor = await probe(budget);
  const times = { api, card: best.card, gpu: best.milliseconds.toFixed(1), cpu: onProcessor.toFixed(1) };
  const name = best.milliseconds < onProcessor ? best.name : 'wasm';
  return { name, reason: say(name === 'wasm' ? 'backend.cardSlower' : 'backend.cardFaster', times) };
}

/**
 * The cards that the browser offers through each API. WebGL comes first: unlike WebGPU it can give values synchronously, as cells may
 * ask.
 */
async function findCards(): Promise<(Card & { name: 'webgpu' | 'webgl' })[]> {
  const webgpu = await webgpuCard();
  const webgl = webglRenderer();
  return [
    ...(webgl ? [{ name: 'webgl' as const, card: webgl, software: isSoftwareRenderer(webgl) }] : []),
    ...(webgpu ? [{ name: 'webgpu' as const, ...webgpu }] : []),
  ];
}
