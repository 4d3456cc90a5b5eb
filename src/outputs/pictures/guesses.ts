import type { GuessesOutput } from '../../protocol';
import { say } from '../../words';
import { makeFrame } from '../kit/frame';
import { makeGuessCard, type GuessCardOf } from './guess-card';
import { make } from '../kit/make-element';
import { formatCount } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import type { Part, Shown } from '../kit/shown';
import { isDark } from '../kit/theme';

/** Pictures with what a model takes them for. One picture alone is larger. */
export function showGuesses(output: GuessesOutput): Shown<'guesses'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let cards: Part<GuessCardOf>[] = [];
  const grid = make('div', { class: 'rc-guess-grid' });
  const note = make('p', { class: 'rc-note' });
  const frame = makeFrame('guesses', output.title, grid, note);
  const cardOf = (item: GuessesOutput['items'][number]): GuessCardOf => ({
    item,
    width: current.items.length === 1 ? 140 : 84,
    available: available / 2,
    dark: isDark(),
  });
  const redraw = (): void => {
    current.items.forEach((item, at) => cards[at]?.update(cardOf(item)));
  };
  const update = (next: GuessesOutput): void => {
    current = next;
    frame.retitle(next.title);
    grid.classList.toggle('rc-guess-one', next.items.length === 1);
    note.textContent = next.omitted > 0 ? say('outputs.guesses.omitted', { count: formatCount(next.omitted) }) : '';
    note.hidden = next.omitted === 0;
    if (cards.length === next.items.length) return redraw();
    cards = next.items.map((item) => makeGuessCard(cardOf(item)));
    grid.replaceChildren(...cards.map(({ element }) => element));
  };
  page.fit(grid, (width) => {
    available = width;
    redraw();
  });
  page.onTheme(redraw);
  update(output);
  return page.shown(frame.element, update);
}
