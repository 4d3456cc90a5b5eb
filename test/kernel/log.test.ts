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
