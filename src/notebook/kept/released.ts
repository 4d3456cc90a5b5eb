import type { HeldInput } from './held-input';

/** Milliseconds in which the click follows that a finger or a mouse makes by its release. */
const clickTime = 80;

/**
 * Resolves when nothing is pressed any more, and its click has come: a control that goes while it is pressed would lose its press. On a
 * pad, a stroke goes on where it began.
 */
export async function released({ events, host }: Pick<HeldInput, 'events' | 'host'>): Promise<void> {
  const last = events.findLast(({ type }) => ['pointerdown', 'pointerup', 'pointercancel'].includes(type));
  if (last?.type === 'pointerdown') {
    if (last.target instanceof Element && last.target.closest('.rc-pad')) return;
    await next(window, ['pointerup', 'pointercancel', 'blur']);
  }
  const pressed = events.findLastIndex(({ type }) => type === 'pointerdown');
  const rest = events.slice(pressed).map(({ type }) => type);
  if (pressed < 0 || rest.includes('click') || rest.includes('pointercancel')) return;
  await Promise.race([next(host, ['click']), new Promise((resolve) => setTimeout(resolve, clickTime))]);
}

function next(target: EventTarget, types: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const life = new AbortController();
    const come = (): void => {
      life.abort();
      resolve();
    };
    for (const type of types) target.addEventListener(type, come, { signal: life.signal });
  });
}
