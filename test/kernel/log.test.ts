import { expect, it } from 'vitest';
import { collectLog } from '../../src/kernel/log';
import type { LogOutput, Output } from '../../src/protocol';

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
  for (clock.now = 0; clock.now < 1000; clock.now += 2) log.add('log', `${clock.now}`);
  expect(sent.map(({ head }) => head.at(-1)?.text)).toEqual(Array.from({ length: 10 }, (_, tenth) => `${tenth * 100}`));
  log.cut();
  expect(sent.at(-1)?.head.at(-1)?.text).toBe('998');
});

it('cuts a line of more than 10,000 characters', () => {
  const { sent, log } = logWithClock();
  log.add('log', 'x'.repeat(10_001));
  expect(sent[0]?.head[0]?.text).toBe(`${'x'.repeat(10_000)}…`);
});

it('keeps of long lines as many characters as a page can wrap', () => {
  const { clock, sent, log } = logWithClock();
  for (let line = 0; line < 200; line++) {
    clock.now += 10;
    log.add('log', `${line} ${'x'.repeat(12_000)}`);
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
