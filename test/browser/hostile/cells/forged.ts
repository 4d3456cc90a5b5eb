import { forged as messages, sendText as send } from '../forged-messages.ts';
import type { Family } from './family.ts';

export const forged: Family = {
  name: 'forged messages',
  cells: [
    ...messages.map(send),
    'postMessage(new Array(1e5).fill({ kind: "output" }))',
    'for (let i = 0; i < 1e4; i++) postMessage({ kind: "output", run: i, cell: "photograph", slot: `${i}`, output: null })',
    'for (let i = 0; i < 2000; i++) postMessage({ kind: "ready", backend: { name: "wasm", reason: "x", threads: i } })',
    'postMessage(new Uint8Array(5e7))',
  ],
  endless: [
    'while (true) postMessage({})',
    'while (true) postMessage({ kind: "started", run: 1, cell: "photograph" })',
  ],
};
