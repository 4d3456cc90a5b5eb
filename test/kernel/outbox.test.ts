import { expect, it } from 'vitest';
import { openOutbox } from '../../src/kernel/outbox';
import type { Output, OutputOf } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

useWords(en, 'en');

/** An outbox whose clock the test turns, and what it has posted. */
function outbox() {
  const clock = { now: 0 };
  const posted: { slot: string; output: Output; before?: string; transfer: number }[] = [];
  const box = openOutbox(
    (message, transfer = []) => posted.push({ ...structuredClone(message), transfer: transfer.length }),
    () => clock.now,
  );
  const mores = (): OutputOf<'more'>[] => posted.flatMap(({ output }) => (output.kind === 'more' ? [output] : []));
  return { clock, posted, box, mores, of: (slot: string) => posted.filter((one) => one.slot === slot) };
}
const line = (text: string): Output => ({ kind: 'tree', root: { text, type: 'string' } });
const textOf = (output: Output | undefined): string => (output?.kind === 'tree' ? output.root.text : '');

it('sends the first 50 outputs of a run and counts the others', () => {
  const { posted, box, mores } = outbox();
  for (let at = 0; at < 5000; at++) box.send(line(`${at}`));
  box.flush();
  expect(posted.filter(({ output }) => output.kind === 'tree').map(({ output }) => textOf(output))).toEqual(
    Array.from({ length: 50 }, (_, at) => `${at}`),
  );
  expect(mores().at(-1)).toEqual({ kind: 'more', left: 4950, next: 50 });
});

it('sends the next 50 above the count when the reader asks, until none is left', () => {
  const { posted, box, mores } = outbox();
  for (let at = 0; at < 120; at++) box.send(line(`${at}`));
  box.flush();
  const before = posted.length;
  box.showMore();
  expect(posted.slice(before, -1).map(({ output, before }) => [textOf(output), before])).toEqual(
    Array.from({ length: 50 }, (_, at) => [`${50 + at}`, 'more']),
  );
  expect(mores().at(-1)).toEqual({ kind: 'more', left: 20, next: 20 });
  box.showMore();
  expect(mores().at(-1)).toEqual({ kind: 'more', left: 0, next: 0 });
});

it('keeps 10,000 outputs back and only counts what comes later', () => {
  const { box, mores } = outbox();
  for (let at = 0; at < 30_050; at++) box.send(line(`${at}`));
  box.flush();
  expect(mores().at(-1)?.left).toBe(30_000);
  for (let page = 0; page < 200; page++) box.showMore();
  expect(mores().at(-1)).toEqual({ kind: 'more', left: 20_000, next: 0 });
});

it('keeps no more than 32 MB back', () => {
  const { box, mores } = outbox();
  const map = (): Output => ({
    kind: 'heat-map',
    rows: 500,
    columns: 500,
    values: new Float32Array(250_000),
    scale: 'diverging',
    range: [0, 1],
  });
  for (let at = 0; at < 150; at++) box.give(map());
  box.flush();
  for (let page = 0; page < 3; page++) box.showMore();
  expect(mores().at(-1)).toEqual({ kind: 'more', left: 69, next: 0 });
});

it('says ten times a second how many there are, however fast a loop shows them', () => {
  const { clock, posted, box } = outbox();
  for (let at = 0; at < 20_000; at++) {
    clock.now += 0.05;
    box.send(line('forever'));
  }
  expect(posted.length).toBeLessThan(65);
  box.flush();
  expect(posted.at(-1)?.output).toEqual({ kind: 'more', left: 19_950, next: 50 });
});

it('sends an error and a verdict also after 50 outputs, but not a flood of them', () => {
  const { posted, box } = outbox();
  for (let at = 0; at < 100; at++) box.send(line(`${at}`));
  for (let at = 0; at < 100; at++) box.send({ kind: 'error', name: 'Error', message: `${at}`, frames: [] });
  box.flush();
  expect(posted.filter(({ output }) => output.kind === 'error').length).toBe(10);
});

it('updates a place at most once in 30 ms, and with the newest last', () => {
  const { clock, box, of } = outbox();
  const slot = box.send(line('0'));
  for (clock.now = 1; clock.now <= 300; clock.now++) box.send(line(`${clock.now}`), slot);
  expect(of(slot).length).toBeLessThanOrEqual(11);
  box.flush();
  expect(textOf(of(slot).at(-1)?.output)).toBe('300');
});

it('updates an output that is large less often', () => {
  const { clock, box, of } = outbox();
  const large = (): Output => ({ kind: 'file', name: 'a', bytes: new Uint8Array(10_000_000) });
  const slot = box.send(large());
  for (clock.now = 1; clock.now <= 300; clock.now += 10) box.send(large(), slot);
  expect(of(slot).length).toBe(3);
});

it('sends the last update of a place without being flushed', async () => {
  const posted: Output[] = [];
  const box = openOutbox(({ output }) => posted.push(output));
  const slot = box.send(line('first'));
  box.send(line('second'), slot);
  box.send(line('last'), slot);
  await expect.poll(() => posted.map(textOf)).toEqual(['first', 'last']);
});

it('sends an update that waits while other places are shown in a loop', () => {
  const { clock, box, of } = outbox();
  const slot = box.send(line('first'));
  box.send(line('last'), slot);
  for (; clock.now < 100; clock.now += 10) box.send(line('other'));
  expect(of(slot).map(({ output }) => textOf(output))).toEqual(['first', 'last']);
});

it('updates an output that is kept back where it is kept', () => {
  const { posted, box } = outbox();
  const slots = Array.from({ length: 60 }, (_, at) => box.send(line(`${at}`)));
  box.send(line('newer'), slots[55]);
  box.showMore();
  expect(posted.filter(({ slot }) => slot === slots[55]).map(({ output }) => textOf(output))).toEqual(['newer']);
});

it('keeps what waits as it was shown, whatever becomes of its arrays', () => {
  const { box, of } = outbox();
  const bytes = new Uint8Array([1]);
  const slot = box.send({ kind: 'file', name: 'a', bytes });
  box.send({ kind: 'file', name: 'b', bytes }, slot);
  bytes[0] = 2;
  box.flush();
  expect(of(slot).at(-1)?.output).toEqual({ kind: 'file', name: 'b', bytes: new Uint8Array([1]) });
});

it('moves the arrays of an output that is given, and only of that', () => {
  const { posted, box } = outbox();
  const file = (): Output => ({ kind: 'file', name: 'a', bytes: new Uint8Array(8) });
  box.send(file());
  box.give(file());
  expect(posted.map(({ transfer }) => transfer)).toEqual([0, 1]);
});
