import type { VerdictOutput } from '../../protocol';
import { say } from '../../words';
import { makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import type { Shown } from '../kit/shown';

/** The result of an exercise: passed or not, the first case that failed in words, and hints one by one. */
export function showVerdict(output: VerdictOutput): Shown<'verdict'> {
  const body = make('div', { class: 'rc-verdict' });
  const { element } = makeFrame('verdict', undefined, body);
  let told = 0;
  const update = (next: VerdictOutput): void => {
    const passed = next.passed === next.total;
    element.dataset.passed = String(passed);
    body.replaceChildren(
      make(
        'p',
        { class: 'rc-verdict-line' },
        passed
          ? say('outputs.verdict.passed', { total: next.total })
          : say('outputs.verdict.failed', { passed: next.passed, total: next.total }),
      ),
      ...(next.failure ? failureOf(next.failure) : []),
      ...(passed ? [] : hintsOf(next.hints)),
    );
  };

  /** Hints asked for stay open when the check is run again. */
  function hintsOf(hints: string[]): HTMLElement[] {
    if (hints.length === 0) return [];
    const list = make('ol', { class: 'rc-hints' });
    const button = make('button', { type: 'button', class: 'rc-action', 'data-hint': true });
    const tell = (): void => {
      list.replaceChildren(...hints.slice(0, told).map((hint) => make('li', {}, hint)));
      button.textContent = say('outputs.verdict.hint', { number: told + 1, total: hints.length });
      button.hidden = told >= hints.length;
      if (told >= hints.length) element.dispatchEvent(new CustomEvent('hints-told', { bubbles: true }));
    };
    button.addEventListener('click', () => {
      told += 1;
      tell();
      list.lastElementChild?.scrollIntoView({ block: 'nearest' });
    });
    list.setAttribute('aria-live', 'polite');
    tell();
    return [list, button];
  }

  update(output);
  return { element, update, remove: () => element.remove() };
}

function failureOf({ given, want, got, says }: NonNullable<VerdictOutput['failure']>): HTMLElement[] {
  const row = (name: string, value: string): HTMLElement[] => [
    make('dt', {}, name),
    make('dd', {}, make('code', {}, value)),
  ];
  const facts = make(
    'dl',
    { class: 'rc-verdict-facts' },
    ...(given ? row(say('outputs.verdict.given'), given) : []),
    ...(want === undefined ? [] : row(say('outputs.verdict.want'), want)),
    ...row(say('outputs.verdict.got'), got),
  );
  return [...(says ? [make('p', { class: 'rc-verdict-says' }, says)] : []), facts];
}
