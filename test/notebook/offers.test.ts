// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOffers, type Offers } from '../../src/notebook/edits/offers';
import { createNotices } from '../../src/notebook/notices/notices';
import { shownCells } from '../../src/notebook/session/scratch';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter, type Player } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

let chapter: Player;
let offers: Offers;
let host: HTMLElement;
let settled: unknown[];
let reserved: string[];
let compared: unknown[];
let chosen: unknown[];
beforeEach(() => {
  document.body.replaceChildren((host = document.createElement('div')));
  [settled, reserved, compared, chosen] = [[], [], [], []];
  chapter = playChapter({ a: 'lesson' });
  chapter.send({ kind: 'edit', cell: 'a', source: 'mine' });
  const notices = createNotices(host, () => undefined);
  offers = createOffers({
    cell: (name) => shownCells(chapter.state()).find((cell) => cell.name === name),
    compare: (...args) => void compared.push(args),
    choose: (...args) => void chosen.push(args),
    notices: () => notices,
    settle: (...args) => void settled.push(args),
    reserve: (name) => void reserved.push(name),
  });
});

const text = (): string => host.querySelector('p')?.textContent ?? '';
const buttons = (): string[] => [...host.querySelectorAll('button')].map((button) => button.textContent);
const press = (label: string): void =>
  [...host.querySelectorAll('button')].find((button) => button.textContent === label)?.click();

describe('a text that another tab wrote', () => {
  it('is offered, and taken if the reader says so', () => {
    offers.theirs('a', 'other');
    expect(text()).toBe(en['notebook.changedElsewhere']);
    press(en['notebook.compare']);
    expect(compared).toEqual([['a', 'other']]);
    press(en['notebook.takeTheirs']);
    expect(settled).toEqual([['a', { source: 'other', place: undefined }]]);
  });

  it('gives way to what the cell holds at the time of the answer', () => {
    offers.theirs('a', 'other');
    chapter.send({ kind: 'edit', cell: 'a', source: 'typed since' });
    press(en['notebook.keepMine']);
    expect(settled).toEqual([['a', { source: 'typed since', place: undefined }]]);
  });

  it('raises no question if both wrote the same', () => {
    offers.theirs('a', 'other');
    offers.theirs('a', 'mine');
    expect(buttons()).toEqual([]);
  });

  it('is the lesson’s if the other tab went back to it', () => {
    offers.theirs('a', undefined);
    expect(text()).toBe(en['notebook.resetElsewhere']);
    press(en['notebook.takeTheirs']);
    expect(settled).toEqual([['a', { source: 'lesson', place: undefined }]]);
  });

  it('is absent if the other tab removed an added cell', () => {
    const place = { after: 'a', rank: 0 };
    chapter.send({ kind: 'insert', name: 'scratch-1', place, source: '1' });
    offers.theirs('scratch-1', undefined);
    expect(text()).toBe(en['notebook.removedElsewhere']);
    expect(buttons()).toEqual([en['notebook.keepMine'], en['notebook.takeTheirs']]);
    press(en['notebook.takeTheirs']);
    expect(settled).toEqual([['scratch-1', { source: undefined, place }]]);
  });

  it('reserves its name where this page has no such cell', () => {
    offers.theirs('scratch-7', '1');
    expect(reserved).toEqual(['scratch-7']);
    expect(text()).toBe('');
  });
});

describe('several texts for a cell', () => {
  it('are offered in a list, next to the one that is shown', () => {
    offers.rivals('a', ['b', 'c']);
    expect(text()).toContain('2 other versions');
    press(en['notebook.showVersions']);
    expect(chosen).toEqual([['a', ['b', 'c']]]);
    press(en['notebook.keepThis']);
    expect(settled).toEqual([['a', { source: 'mine', place: undefined }]]);
  });

  it('that other tabs wrote are offered together, without the one that this tab has', () => {
    offers.theirs('a', 'b', ['c', 'mine']);
    press(en['notebook.showVersions']);
    expect(chosen).toEqual([['a', ['b', 'c']]]);
    offers.theirs('a', 'mine', ['c']);
    expect(buttons()).toEqual([en['notebook.keepThis'], en['notebook.takeOther'], en['notebook.compare']]);
  });

  it('are no question any more once the store has what this tab knows; two texts in the store remain one', () => {
    offers.theirs('a', 'other');
    offers.agreed('a');
    expect(text()).toBe('');
    offers.rivals('a', ['b']);
    offers.agreed('a');
    expect(text()).toBe(en['notebook.rival']);
  });
});

describe('a question', () => {
  it('about the lesson or about both texts in the store offers its text', () => {
    offers.lesson('a', 'lesson');
    press(en['notebook.takeLesson']);
    offers.withdraw('a');
    expect(text()).toBe('');
    offers.rivals('a', ['rival']);
    press(en['notebook.takeOther']);
    press(en['notebook.keepThis']);
    expect(settled.map((args) => (args as [string, { source: string }])[1].source)).toEqual([
      'lesson',
      'rival',
      'mine',
    ]);
  });

  it('hides while the code of a link is shown, and is asked again after it', () => {
    offers.theirs('a', 'other');
    offers.hold(true);
    expect(text()).toBe('');
    offers.lesson('a', 'lesson');
    expect(text()).toBe('');
    offers.hold(false);
    expect(text()).toBe(en['notebook.lessonChanged']);
  });

  it('that is answered is not asked again', () => {
    offers.theirs('a', 'other');
    offers.withdraw('a');
    offers.hold(true);
    offers.hold(false);
    expect(text()).toBe('');
  });
});
