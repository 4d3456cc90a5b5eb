import { inspect, isDeepStrictEqual } from 'node:util';
import { compileCell } from '../../src/compile';
import { startBackend } from '../../src/backend';
import { useSource } from '../../src/datasets';
import { createKernel, type Kernel } from '../../src/kernel/kernel';
import type { Limits } from '../../src/kernel/stop';
import {
  readFromKernel,
  type Controls,
  type KernelNews,
  type Output,
  type OutputKind,
  type OutputOf,
  type Program,
} from '../../src/protocol';
import { locales, type Locale } from '../../src/words/locales';
import { nodeFiles } from '../backend/node-files';
import { diskSource } from '../datasets/disk';
import { keepModelsInMemory } from './memory-models';

/** One finished run, as the page would have shown it. */
export interface Ran {
  outcome: 'done' | 'failed' | 'stopped';
  /** Newest output of each slot, in order. */
  outputs: Output[];
  /** The names of their slots. */
  slots: string[];
  tensors: number;
}

export interface NodeKernel {
  kernel: Kernel;
  messages: KernelNews[];
  /** Buffers that messages moved to the page: empty on this side. */
  moved: ArrayBuffer[];
  run(cell: string, source: string, controls?: Controls): Promise<Ran>;
}

/** The real kernel in this process, on the wasm backend and the real data. One per test file: tfjs is global. */
export async function startNodeKernel(
  options: { limits?: Limits; locale?: Locale; words?: Record<string, string> } = {},
): Promise<NodeKernel> {
  // Vitest rewrites stacks by file name; a cell is known by its sourceURL, as the engine itself writes it.
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  const messages: KernelNews[] = [];
  const moved: ArrayBuffer[] = [];
  const kernel = createKernel({
    post(message, transfer = []) {
      messages.push(structuredClone(message, { transfer }));
      moved.push(...transfer);
    },
    importModule: (code) => import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`),
    async start() {
      useSource(diskSource());
      keepModelsInMemory();
      return startBackend({ files: nodeFiles(), preferred: 'wasm' });
    },
    ...(options.limits && { limits: options.limits }),
  });
  const { locale = 'en' } = options;
  await kernel.handle({
    kind: 'boot',
    base: 'http://localhost/',
    locale,
    words: options.words ?? locales[locale].words,
  });
  let runs = 0;

  return {
    kernel,
    messages,
    moved,
    async run(cell, source, controls = {}) {
      runs += 1;
      const run = runs;
      await kernel.handle({ kind: 'run', run, cell, program: compileOrThrow(source), controls });
      return collect(messages, run);
    },
  };
}

export function compileOrThrow(source: string): Program {
  const compiled = compileCell(source);
  if (!compiled.ok) throw new Error(`${compiled.problem.message} (line ${compiled.problem.at.line})\n${source}`);
  return compiled.program;
}

function collect(messages: KernelNews[], run: number): Ran {
  const slots = new Map<string, Output>();
  for (const message of messages) {
    if (!('run' in message) || message.run !== run) continue;
    // What the page would drop, no test may take for shown.
    if (!isDeepStrictEqual(readFromKernel(message), message))
      throw new Error(
        `the page cannot read ${inspect(message, { depth: 6, maxArrayLength: 4, maxStringLength: 200 })}`,
      );
    if (message.kind === 'output') slots.set(message.slot, message.output);
  }
  const finished = messages.find((message) => message.kind === 'finished' && message.run === run);
  if (finished?.kind !== 'finished') throw new Error(`run ${run} did not finish`);
  return {
    outcome: finished.outcome,
    outputs: [...slots.values()],
    slots: [...slots.keys()],
    tensors: finished.memory.tensors,
  };
}

/** The outputs of one kind. */
export function outputsOf<Kind extends OutputKind>(ran: Ran, kind: Kind): OutputOf<Kind>[] {
  return ran.outputs.filter((output): output is OutputOf<Kind> => output.kind === kind);
}
