import { readFileSync } from 'node:fs';
import { commentsIn, splitCells } from '../../src/compile';
import type { KeptOutput } from '../../src/kept';
import { hashLesson } from '../../src/notebook/edits/edit-record';
import type { Output } from '../../src/protocol';
import type { Locale } from '../../src/words/locales';
import { startNodeKernel, type Ran } from '../../test/kernel/node-kernel';
import { useStepClock } from './step-clock';

export interface RanCell {
  name: string;
  outputs: KeptOutput[];
}

/** What is run before a cell: random numbers that no other cell has, whatever ran before. */
export function seedFor(cell: string): string {
  return `seed(${Number.parseInt(hashLesson(cell).slice(0, 8), 16)})`;
}

/**
 * Runs all cells of a chapter from a fresh kernel, top to bottom and in full, on one thread, each with its own seed. A chapter is never
 * run in parts: a cell may depend on what ran before it.
 *
 * @throws Error naming the cell that failed
 */
export async function runChapter(file: string, locale: Locale): Promise<RanCell[]> {
  const cells = splitCells(commentsIn(locale, readFileSync(file, 'utf8')));
  const node = await startNodeKernel({ locale });
  useStepClock();
  const ran: RanCell[] = [];
  for (const { name, source, notKept } of cells) {
    await node.run('before', seedFor(name));
    const one = await node.run(name, source);
    node.messages.length = 0;
    node.moved.length = 0;
    if (one.outcome !== 'done')
      throw new Error(`${file}: cell "${name}" ended ${one.outcome}: ${JSON.stringify(one.outputs.at(-1))}`);
    ran.push({ name, outputs: notKept === undefined ? atRest(one) : [] });
  }
  return ran;
}

/** The outputs of a run without what belongs to one machine and one minute. */
export function atRest({ outputs, slots }: Ran): KeptOutput[] {
  return outputs.flatMap((output, at) =>
    output.kind === 'loading' ? [] : [{ slot: slots[at] ?? '', output: timeless(output) }],
  );
}

/** An output without durations, and without the bytes of a file, which a run gives the reader. */
function timeless(output: Output): Output {
  if (output.kind === 'file') return { ...output, bytes: new Uint8Array() };
  if (output.kind !== 'training') return output;
  return { ...output, elapsedSeconds: 0, epochRows: output.epochRows.map((row) => ({ ...row, seconds: 0 })) };
}
