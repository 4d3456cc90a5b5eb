import { buffersOf } from '../lab';
import type { FromKernel, Output } from '../protocol';
import { clock } from './clock';
import { cutOutput } from './cut-output';
import { weigh } from './weigh';

/** Outputs of a run that are sent without being asked for, and as many come with each request: more than any lesson shows. */
const atOnce = 50;
/** Outputs that a reader must not miss, a few of which are sent however many are shown. */
const important: readonly string[] = ['error', 'verdict'] satisfies Output['kind'][];
const mostImportant = 10;
/** Bytes of what is sent without being asked for. */
const mostSent = 256e6;
/** Outputs that are kept back for the reader, and their bytes; what comes later is only counted. */
const mostKept = 10_000;
const mostKeptBytes = 32e6;
/** Milliseconds between two updates of one place: no reader sees more. Large ones take longer to arrive, so fewer are sent. */
const pause = 30;
const bytesPerMillisecond = 1e5;
/** Milliseconds between two messages that only say how many outputs are kept back. */
const countPause = 100;
/** The slot of the count, in which no verb shows anything. */
const moreSlot = 'more';

/** What a run's outputs pass on their way to the page: however many a cell makes, the page gets what it can draw. */
export interface Outbox {
  /** Shows `output`; the same `slot` again replaces what it showed before. Returns the slot. */
  send(output: Output, slot?: string): string;
  /** The same, but the output's typed arrays move, where they are sent at once or not. */
  give(output: Output, slot?: string): string;
  /** Sends at once what waits. */
  flush(): void;
  /** Sends the next of the outputs that are kept back. */
  showMore(): void;
}

type Sent = Pick<Extract<FromKernel, { kind: 'output' }>, 'slot' | 'output' | 'before'>;
interface Letter {
  output: Output;
  /** The typed arrays are this letter's own. */
  own: boolean;
  bytes: number;
}
interface Place {
  sentAt: number;
  bytes: number;
  waiting?: Letter;
}

/** Opens the outbox of one run. */
export function openOutbox(post: (message: Sent, transfer?: ArrayBuffer[]) => void, now = clock): Outbox {
  let slots = 0;
  let importantSent = 0;
  let bytesSent = 0;
  const places = new Map<string, Place>();
  /** Kept back, in their order. */
  const kept = new Map<string, Letter>();
  let keptBytes = 0;
  let lost = 0;
  let countedAt = -Infinity;
  let countWaits = false;
  let sweptAt = now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function deliver(slot: string, { output, own, bytes }: Letter, before?: string): void {
    places.set(slot, { sentAt: now(), bytes });
    post({ slot, output, ...(before !== undefined && { before }) }, own ? buffersOf(output) : undefined);
  }

  function admits({ output, bytes }: Letter): boolean {
    if (important.includes(output.kind) && importantSent < mostImportant) {
      importantSent += 1;
      return true;
    }
    if (places.size - importantSent >= atOnce || (places.size > 0 && bytesSent + bytes > mostSent)) return false;
    bytesSent += bytes;
    return true;
  }

  function keep(slot: string, letter: Letter): void {
    const before = kept.get(slot)?.bytes ?? 0;
    if (keptBytes - before + letter.bytes > mostKeptBytes || (kept.size >= mostKept && !kept.has(slot))) {
      // An older version of a place would be taken for its last.
      if (kept.delete(slot)) keptBytes -= before;
      lost += 1;
    } else {
      kept.set(slot, mine(letter));
      keptBytes += letter.bytes - before;
    }
    countWaits = true;
    if (now() - countedAt >= countPause) count();
    else wake();
  }

  function count(): void {
    countWaits = false;
    countedAt = now();
    const left = kept.size + lost;
    post({ slot: moreSlot, output: { kind: 'more', left, next: Math.min(atOnce, kept.size) } });
  }

  function update(slot: string, place: Place, letter: Letter): void {
    if (now() - place.sentAt >= pauseOf(place)) return deliver(slot, letter);
    place.waiting = mine(letter);
    wake();
  }

  /** Sends what has waited long enough, or, at the end, all. */
  function sweep(all: boolean): void {
    sweptAt = now();
    let waits = false;
    for (const [slot, place] of places) {
      if (!place.waiting) continue;
      if (all || sweptAt - place.sentAt >= pauseOf(place)) deliver(slot, place.waiting);
      else waits = true;
    }
    if (countWaits && (all || sweptAt - countedAt >= countPause)) count();
    if (waits || countWaits) wake();
  }

  function wake(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sweep(false);
    }, pause);
  }

  function accept(given: Output, slot: string | undefined, own: boolean): string {
    const output = cutOutput(given);
    const letter: Letter = { output, own, bytes: weigh(output) };
    const at = slot ?? `${(slots += 1)}`;
    const place = places.get(at);
    if (place) update(at, place, letter);
    else if (kept.has(at)) keep(at, letter);
    else if (slot !== undefined && isOwn(slot))
      return slot; // A later state of an output that was not kept.
    else if (admits(letter)) deliver(at, letter);
    else keep(at, letter);
    // A loop that never yields lets no timer fire.
    if (now() - sweptAt >= pause) sweep(false);
    return at;
  }

  const isOwn = (slot: string): boolean => /^\d+$/.test(slot);

  return {
    send: (output, slot) => accept(output, slot, false),
    give: (output, slot) => accept(output, slot, true),
    flush() {
      clearTimeout(timer);
      timer = undefined;
      sweep(true);
    },
    showMore() {
      for (const [slot, letter] of [...kept].slice(0, atOnce)) {
        kept.delete(slot);
        keptBytes -= letter.bytes;
        deliver(slot, letter, moreSlot);
      }
      count();
    },
  };
}

const pauseOf = ({ bytes }: Place): number => pause + bytes / bytesPerMillisecond;

/** What waits must not change with the arrays of the cell that showed it. */
const mine = (letter: Letter): Letter =>
  letter.own ? letter : { ...letter, output: structuredClone(letter.output), own: true };
