import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellText, makeGraph, splitCells } from '../../src/compile';
import type { VerdictOutput } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { locales } from '../../src/words/locales';
import { zhCn } from '../../src/words/zh-cn';
import { compileOrThrow, outputsOf, startNodeKernel, type NodeKernel } from '../kernel/node-kernel';
import { chapters } from './chapters';

const content = resolve(import.meta.dirname, '../../content');

const exercises = chapters.flatMap(({ name: chapter, cells }) => {
  const folder = join(content, chapter, 'exercises');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ chapter, cells, name, folder: join(folder, name) }));
});

const han = /\p{Script=Han}/u;
/** Fresh cases are drawn from the clock: these are the moments of the tests. */
const moments = [20_260_101, 1_800_000_000_000, 7];
/** The first line of a wrong answer: words of the sentence that it must be told. */
const saysLine = /^\s*\/\/ says: (.+)$/m;

describe.each(exercises)('$chapter: exercise $name', ({ chapter, cells, name, folder }) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const check = cellText(read('check.ts'));
  const right = splitCells(read('right.ts'));
  let node: NodeKernel;
  beforeAll(async () => {
    node = await startNodeKernel({ limits: { epochs: 1, steps: 8 } });
    // What the exercise reads of its chapter runs first, as on the page.
    const programs = [...cells, { name, source: cellText(read('solution.ts')) }, { name: 'check', source: check }];
    const graph = makeGraph(programs.map((cell) => ({ name: cell.name, program: compileOrThrow(cell.source) })));
    expect(graph.problems(name)).toEqual([]);
    for (const needed of graph.needs('check')) {
      const source = cells.find((cell) => cell.name === needed)?.source;
      if (source !== undefined) await node.run(needed, source);
    }
  }, 240_000);

  const verdictOn = async (source: string): Promise<VerdictOutput> => {
    useWords(en, 'en');
    const ran = await node.run(name, cellText(source));
    expect(outputsOf(ran, 'error')).toEqual([]);
    return verdict();
  };
  const verdict = async (): Promise<VerdictOutput> => {
    const ran = await node.run('check', check);
    expect(outputsOf(ran, 'error')).toEqual([]);
    const [found] = outputsOf(ran, 'verdict');
    if (!found) throw new Error('the check gave no verdict');
    return found;
  };

  const expectPassed = ({ passed, total, failure }: VerdictOutput): void => {
    expect(failure).toBeUndefined();
    expect(passed).toBe(total);
    expect(total).toBeGreaterThanOrEqual(2);
  };
  afterEach(() => vi.useRealTimers());

  it('is not passed by its starter, which is told where to begin', { timeout: 120_000 }, async () => {
    const { passed, total, failure } = await verdictOn(read('starter.ts'));
    expect(passed).toBeLessThan(total);
    expect(failure?.says).toBeTruthy();
  });

  it('is passed by its solution', { timeout: 120_000 }, async () => {
    expectPassed(await verdictOn(read('solution.ts')));
  });

  it('is passed by no table of its fixed answers: where the answer is a function, cases are drawn', () => {
    const isFunction = /^(async )?function /m.test(read('solution.ts'));
    // The one that makes a model without arguments is judged by what the model does.
    if (isFunction && name !== 'two-heads') expect(check).toMatch(/\bfresh[:(]/);
  });

  it('is passed by three other right answers', { timeout: 240_000 }, async () => {
    expect(right.length).toBeGreaterThanOrEqual(3);
    for (const [index, { source }] of right.entries()) {
      vi.setSystemTime(moments[index % moments.length] ?? 0);
      expectPassed(await verdictOn(source));
    }
  });

  it('tells plausible wrong answers what is wrong with them, in both languages', { timeout: 240_000 }, async () => {
    const wrong = splitCells(read('wrong.ts'));
    expect(wrong.length).toBeGreaterThanOrEqual(4);
    const said = new Set<string>();
    for (const [index, { name: mistake, source }] of wrong.entries()) {
      vi.setSystemTime(moments[index % moments.length] ?? 0);
      const { failure } = await verdictOn(source);
      const says = failure?.says ?? 'no sentence';
      const about = saysLine.exec(source)?.[1] ?? 'a line // says: …';
      expect(`${mistake}: ${says}`).toContain(about);
      expect(failure?.says).toBeTruthy();
      expect(failure?.says).not.toMatch(han);
      said.add(says);
      vi.setSystemTime(moments[(index + 1) % moments.length] ?? 0);
      useWords(zhCn, 'zh-cn');
      expect((await verdict()).failure?.says).toMatch(han);
    }
    // A sentence may fit two mistakes, but a check that says the same of all of them says nothing.
    expect(said.size).toBeGreaterThanOrEqual(Math.min(wrong.length, 3));
  });

  it('has three hints in both languages', { timeout: 120_000 }, async () => {
    const { hints } = await verdictOn(read('starter.ts'));
    expect(hints).toHaveLength(3);
    for (const hint of hints) expect(hint).not.toMatch(han);
    useWords(zhCn, 'zh-cn');
    for (const hint of (await verdict()).hints) expect(hint).toMatch(han);
  });

  it('is in the text of its chapter in each language', () => {
    const text = chapters.find((one) => one.name === chapter)?.text;
    const written = Object.keys(locales).filter((locale) => existsSync(join(content, chapter, `${locale}.mdx`)));
    for (const locale of written) expect(text?.(locale)).toContain(`<Exercise name="${name}"`);
  });
});

it('every exercise folder belongs to a chapter', () => {
  expect(exercises.every(({ cells }) => cells.length > 0)).toBe(true);
});
