import { expect } from 'vitest';
import type { ErrorOutput } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { outputsOf, type NodeKernel } from './node-kernel';

/** The mistake, a cell that makes it, and what the hint says of it in each language. */
export type Case = readonly [mistake: string, source: string, english: string, chinese: string];

/** Runs the cell in each language, and expects its error to be explained. */
export async function expectHints(node: NodeKernel, [, source, english, chinese]: Case): Promise<void> {
  for (const [words, locale, said] of [
    [zhCn, 'zh-cn', chinese],
    [en, 'en', english],
  ] as const) {
    useWords(words, locale);
    expect((await errorOf(node, source))?.hint).toContain(said);
  }
}

/** The error that a cell ends with. */
export async function errorOf(node: NodeKernel, source: string): Promise<ErrorOutput | undefined> {
  return outputsOf(await node.run('mistake', source), 'error')[0];
}
