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
        passed ? passedLine(next) : say('outputs.verdict.failed', { passed: next.passed, total: next.total }),
      ),
      make('p', { class: 'rc-verdict-old' }, say('outputs.verdict.old')),
      ...(next.learnt === undefined ? [] : [make('p', { class: 'rc-verdict-says' }, next.learnt)]),
      ...(next.failure ? failureOf(next.failure) : []),
      ...(passed ? [] : hintsOf(next.hints)),
    );
  };

  /** Hints asked for stay open when the check is run again. */
  function hintsOf(hints: string[]): HTMLElement[] {
    if (hints.length === 0) return [];
    const list = make('ol', { class: 'rc-hints' });
    const button = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-hint': true });
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

function passedLine({ total, fresh }: VerdictOutput): string {
  return fresh === undefined
    ? say('outputs.verdict.passed', { total })
    : say('outputs.verdict.passedFresh', { total, fresh });
}

function failureOf(failure: NonNullable<VerdictOutput['failure']>): HTMLElement[] {
  const { given, want, got, says, wantMark, gotMark } = failure;
  const row = (name: string, value: string, mark?: [number, number]): HTMLElement[] => [
    make('dt', {}, name),
    make('dd', {}, make('code', {}, ...markedText(value, mark))),
  ];
  const facts = make(
    'dl',
    { class: 'rc-verdict-facts' },
    ...(given ? row(say('outputs.verdict.given'), given) : []),
    ...(want === undefined ? [] : row(say('outputs.verdict.want'), want, wantMark)),
    ...row(say('outputs.verdict.got'), got, gotMark),
  );
  return [...(says ? [make('p', { class: 'rc-verdict-says' }, says)] : []), facts];
}

function markedText(text: string, mark: [number, number] | undefined): (string | HTMLElement)[] {
  if (!mark) return [text];
  const [from, to] = mark;
  return [text.slice(0, from), make('mark', {}, text.slice(from, to)), text.slice(to)];
}
