import type { BackendName } from '../protocol';
import { say } from '../words';
import { probe } from './probe';
import { isSoftwareRenderer, webglRenderer } from './renderer';
import { hasFullPrecision } from './webgl';

/** A choice and its reason, in the language of the page that made it. */
export interface Choice {
  name: BackendName;
  reason: string;
}

/** Keeps the choice for this device. The host gives it (IndexedDB in a worker); what it cannot read counts as nothing. */
export interface ChoiceStore {
  load(): Promise<Choice | undefined>;
  save(choice: Choice): Promise<void>;
}

/** Milliseconds for each of the two backends that a probe compares, after both have started. */
const budget = 70;

/**
 * Which backend this device should train on: what the reader chose, what an earlier visit found, or else wasm, unless a graphics card
 * of hardware is there and is faster for a small network.
 */
export async function choose(
  { preferred, store }: { preferred?: BackendName; store?: ChoiceStore },
  start: (name: BackendName) => Promise<number>,
): Promise<Choice> {
  if (preferred) return { name: preferred, reason: say('backend.chosen', { name: preferred }) };
  const remembered = await store?.load();
  if (remembered) return remembered;
  const choice = await weigh(start);
  await store?.save(choice);
  return choice;
}

async function weigh(start: (name: BackendName) => Promise<number>): Promise<Choice> {
  const card = webglRenderer();
  if (!card) return { name: 'wasm', reason: say('backend.noCard') };
  if (isSoftwareRenderer(card)) return { name: 'wasm', reason: say('backend.softwareCard', { card }) };
  if (!(await start('webgl'))) return { name: 'wasm', reason: say('backend.noCard') };
  if (!hasFullPrecision()) return { name: 'wasm', reason: say('backend.halfCard', { card }) };
  const onCard = await probe(budget);
  if (!(await start('wasm'))) return { name: 'webgl', reason: say('backend.card', { card }) };
  const onProcessor = await probe(budget);
  const times = { card, gpu: onCard.toFixed(1), cpu: onProcessor.toFixed(1) };
  const name = onCard < onProcessor ? 'webgl' : 'wasm';
  return { name, reason: say(name === 'webgl' ? 'backend.cardFaster' : 'backend.cardSlower', times) };
}
