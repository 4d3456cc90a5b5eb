import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKernel, type Kernel } from '../../src/kernel/kernel';
import {
  startSession,
  transition,
  type Effect,
  type Session,
  type SessionEvent,
} from '../../src/notebook/session/session';
import { shownCells } from '../../src/notebook/session/scratch';
import type { KernelNews, Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

/*
 * Whatever a reader does, a cell that says "done" shows what running the chapter from scratch would show. Random chapters, random
 * edits, clicks and interruptions, the real compiler and the real kernel.
 */

beforeAll(() => {
  useWords(en, 'en');
  Reflect.deleteProperty(Error, 'prepareStackTrace');
});

const names = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];

type Random = (below: number) => number;

/** Numbers that look random and are the same each time. Numerical Recipes' generator. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A cell as a reader might leave it: mostly sound, now and then broken or in another cell's way. */
function randomSource(random: Random, index: number): string {
  const own = `x${index}`;
  // Mostly a cell above; any other way there would be little but circles.
  const other = (): string => `x${random(8) === 0 || index === 0 ? random(names.length) : random(index)}`;
  const number = random(9);
  const templates = [
    () => `const ${own} = ${number}\n${own}`,
    () => `const ${own} = ${other()} * 2 + ${number}\n${own}`,
    () => `const ${own} = ${other()} + ${other()}\n${own}`,
    () => `const ${own} = typeof ${other()} === 'undefined' ? ${number} : 1\n${own}`,
    () => `let ${own} = await Promise.resolve(${other()}); ${own} += 1\n${own}`,
    () => `const { ${own}, y${index} } = { ${own}: ${number}, y${index}: ${other()} }\ny${index}`,
    () => `function f${index}(): number { return ${other()} }\nconst ${own} = f${index}()\n${own}`,
    () => `f${random(names.length)}()`,
    () => `${other()}`,
    () => `const ${other()} = ${number}\n${number}`,
    () => `${other()} = ${number}`,
    () => `throw new Error('${number}')`,
    () => `const ${own} = `,
  ];
  // The sound ones come more often.
  const pick = random(8) === 0 ? random(templates.length) : random(7);
  return templates[pick]?.() ?? '';
}

/** The chapter with its kernel; the kernel answers only when it is told to. */
function openChapter(sources: readonly string[], of: readonly string[] = names) {
  let state: Session = startSession(of.map((name, index) => ({ name, source: sources[index] ?? '' })));
  let pending: Extract<Effect, { kind: 'run' }> | undefined;
  let kernel = startKernel();

  function send(event: SessionEvent): void {
    const step = transition(state, event);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.kind === 'run') pending = effect;
      else if (effect.kind === 'terminate') {
        pending = undefined;
        kernel = startKernel();
      }
    }
  }

  async function answer(): Promise<void> {
    if (!pending) return;
    const asked = pending;
    pending = undefined;
    for (const message of await kernel.run(asked)) send(message.kind === 'started' ? { ...message, at: 0 } : message);
  }

  return {
    state: () => state,
    send,
    answer,
    async settle() {
      while (pending) await answer();
    },
  };
}

function startKernel() {
  const messages: KernelNews[] = [];
  const kernel: Kernel = createKernel({
    post: (message) => void messages.push(structuredClone(message)),
    importModule: (code) => import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`),
    start: async () => {
      await tf.setBackend('cpu');
      return { name: 'cpu', reason: '', threads: 1 };
    },
  });
  const booted = kernel.handle({ kind: 'boot', base: 'http://localhost/', locale: 'en', words: en });
  return {
    async run({ run, cell, program, controls }: Extract<Effect, { kind: 'run' }>): Promise<KernelNews[]> {
      await booted;
      messages.length = 0;
      await kernel.handle({ kind: 'run', run, cell, program, controls });
      return [...messages];
    },
  };
}

function randomEvent(random: Random, state: Session): SessionEvent {
  const index = random(names.length);
  const cell = names[index] ?? '';
  const original = state.cells[index]?.original ?? '';
  const common: SessionEvent[] = [
    { kind: 'edit', cell, source: randomSource(random, index) },
    { kind: 'edit', cell, source: original },
    { kind: 'run', cell },
    { kind: 'run', cell },
  ];
  const rare: SessionEvent[] = [
    { kind: 'run-stale' },
    { kind: 'run-above', cell },
    { kind: 'run-all' },
    { kind: 'stop' },
    { kind: 'grace-over', run: state.running?.run ?? 0 },
    { kind: 'restart' },
    { kind: 'insert', name: 'scratch', place: { after: cell, rank: 0 }, source: randomSource(random, 6) },
    { kind: 'remove', cell: 'scratch' },
  ].filter((event) => event.kind !== 'remove' || state.cells.some(({ name }) => name === 'scratch')) as SessionEvent[];
  const events = random(6) === 0 ? rare : common;
  return events[random(events.length)] ?? { kind: 'run-all' };
}

function shownBy(state: Session): Record<string, { status: string; shown: string[] }> {
  const entries = shownCells(state).map(({ name, status, outputs }) => {
    return [name, { status, shown: outputs.map(({ output }) => textOf(output)) }] as const;
  });
  return Object.fromEntries(entries);
}

function textOf(output: Output): string {
  if (output.kind === 'tree') return output.root.text;
  return output.kind === 'error' ? `${output.name}: ${output.message}` : output.kind;
}

async function fromScratch(state: Session): Promise<ReturnType<typeof shownBy>> {
  const cells = shownCells(state);
  const chapter = openChapter(
    cells.map(({ source }) => source),
    cells.map(({ name }) => name),
  );
  chapter.send({ kind: 'run-all' });
  await chapter.settle();
  return shownBy(chapter.state());
}

async function compare(state: Session): Promise<number> {
  const scratch = await fromScratch(state);
  const done = Object.entries(shownBy(state)).filter(([, { status }]) => status === 'done');
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(done.map(([name]) => [name, scratch[name]])));
  return done.length;
}

describe('any sequence of edits and runs', () => {
  it.each([1, 2, 3, 4])('shows under "done" only what running from scratch shows (chapters %i)', async (group) => {
    let compared = 0;
    for (let seed = group * 1000; seed < group * 1000 + 20; seed += 1) {
      const random = randomFrom(seed);
      const chapter = openChapter(names.map((_, index) => randomSource(random, index)));
      for (let turn = 0; turn < 40; turn += 1) {
        chapter.send(randomEvent(random, chapter.state()));
        if (random(2) === 0) await chapter.answer();
        if (turn % 8 === 7) {
          await chapter.settle();
          compared += await compare(chapter.state());
        }
      }
      chapter.send({ kind: 'run-all' });
      await chapter.settle();
      compared += await compare(chapter.state());
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('leaves every cell done, failed or refused after "run all", as from scratch', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = randomFrom(seed);
      const chapter = openChapter(names.map((_, index) => randomSource(random, index)));
      for (let turn = 0; turn < 15; turn += 1) {
        chapter.send(randomEvent(random, chapter.state()));
        await chapter.answer();
      }
      await chapter.settle();
      const before = chapter.state();
      chapter.send({ kind: 'run-all' });
      await chapter.settle();
      const scratch = await fromScratch(before);
      for (const [name, { status }] of Object.entries(shownBy(chapter.state()))) {
        expect([name, status === 'done']).toEqual([name, scratch[name]?.status === 'done']);
      }
    }
  });
});
