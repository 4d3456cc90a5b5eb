import { expect, it } from 'vitest';
import { collectLog, type NewLine } from '../../src/kernel/console/log';
import type { LogOutput, Output, TreeNode } from '../../src/protocol';

const line = (text: string): NewLine => ({ level: 'log', parts: [{ text }] });

/** A log whose clock the test turns. */
function logWithClock() {
  const clock = { now: 0 };
  const sent: LogOutput[] = [];
  const emit = (output: Output): string => {
    if (output.kind === 'log') sent.push(output);
    return 'slot';
  };
  return { clock, sent, log: collectLog(emit, () => clock.now) };
}

it('goes out ten times a second from a loop that never yields', () => {
  const { clock, sent, log } = logWithClock();
  for (clock.now = 0; clock.now < 1000; clock.now += 2) log.add(line(`${clock.now}`));
  expect(sent.map(({ head }) => head.at(-1)?.text)).toEqual(Array.from({ length: 10 }, (_, tenth) => `${tenth * 100}`));
  log.cut();
  expect(sent.at(-1)?.head.at(-1)?.text).toBe('998');
});

it('cuts a line of more than 10,000 characters', () => {
  const { sent, log } = logWithClock();
  log.add(line('x'.repeat(10_001)));
  expect(sent[0]?.head[0]?.text).toBe(`${'x'.repeat(10_000)}…`);
});

it('keeps of long lines as many characters as a page can wrap', () => {
  const { clock, sent, log } = logWithClock();
  for (let at = 0; at < 200; at++) {
    clock.now += 10;
    log.add(line(`${at} ${'x'.repeat(12_000)}`));
  }
  log.cut();
  const { head = [], tail = [], omitted } = sent.at(-1) ?? {};
  expect(head.length + tail.length + (omitted ?? 0)).toBe(200);
  expect([head[0], tail.at(-1)].map((line) => line?.text.split(' ')[0])).toEqual(['0', '199']);
  for (const { head, tail } of sent) {
    const text = [...head, ...tail].reduce((sum, line) => sum + line.text.length, 0);
    expect(text).toBeLessThan(320_000);
  }
});

it('lets the first values be unfolded, and prints the rest', () => {
  const { sent, log } = logWithClock();
  const tree = (): TreeNode => ({
    text: '[…]',
    type: 'array',
    children: Array.from({ length: 100 }, (_, at) => ({ key: String(at), text: '1', type: 'number' as const })),
  });
  for (let at = 0; at < 300; at++) log.add({ level: 'log', parts: [{ text: '[…]', tree }] });
  log.cut();
  const lines = sent.at(-1)?.head ?? [];
  expect(lines).toHaveLength(300);
  expect(lines.filter(({ parts }) => parts?.some((part) => part.tree)).length).toBe(40);
});
