import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/notebook/share/draft';
import { isTooLargeForLink, longestLink, makeLink, readLink } from '../../src/notebook/share/link';

const chapter = '02-convolution';
const cells = ['photograph', 'edge-kernel'];
const draft: Draft = {
  edits: [{ cell: 'photograph', source: "const π = '</script>🙂'\n", original: 'abc' }],
  added: [
    { place: { after: 'photograph', rank: 0 }, source: '1 + 1', controls: { sigma: 2.5 } },
    { place: { after: '', rank: 1 }, source: '', controls: {} },
  ],
  controls: [{ cell: 'edge-kernel', controls: { k: 3, name: 'α', on: false } }],
};

const read = (hash: string) => readLink(hash, chapter, cells);
/** A hash around any content, made as an attacker would. */
const hashOf = (content: unknown): string =>
  `#share=${deflateRawSync(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64url')}`;
const damaged = { ok: false, problem: { kind: 'damaged' } };
const good = [1, chapter, [['photograph', '1', 'abc']], [['photograph', '2', {}]], []];

describe('a link', () => {
  it('carries a draft and gives it back', async () => {
    const hash = (await makeLink(chapter, draft)) ?? '';
    expect(hash).toMatch(/^#share=[\w-]+$/);
    expect(await read(hash)).toEqual({ ok: true, draft });
  });

  it('is short for what a reader types', async () => {
    const source = 'show(tf.conv2d(grey, filter, 1, "valid"), { title: "edges" })\n'.repeat(200);
    const hash = await makeLink(chapter, {
      edits: [{ cell: 'photograph', source, original: '' }],
      added: [],
      controls: [],
    });
    expect(hash?.length).toBeLessThan(longestLink / 20);
  });

  it('reads links that other programs made in the same format', async () => {
    expect(await read(hashOf(good))).toMatchObject({ ok: true });
  });
});

describe('a link that is not as it should be', () => {
  it.each([
    ['nothing', '#share='],
    ['no base64', '#share=%00<script>'],
    ['a length that base64 has not', '#share=abcde'],
    ['base64 of something else', '#share=aGVsbG8gd29ybGQ'],
    ['text that is no UTF-8', `#share=${deflateRawSync(Buffer.from([0x22, 0xff, 0xfe, 0x22])).toString('base64url')}`],
    ['no JSON', hashOf('[1,')],
    ['a cut end', hashOf(good).slice(0, -8)],
    ['null', hashOf(null)],
    ['an object', hashOf('{"__proto__":{"polluted":true},"constructor":1}')],
    ['no version', hashOf([])],
    ['version 0', hashOf([0, ...good.slice(1)])],
    ['a text for the edits', hashOf([1, chapter, 'edits', [], []])],
    ['an edit that is an object', hashOf([1, chapter, [{ cell: 'photograph', source: '1' }], [], []])],
    ['a number for a source', hashOf([1, chapter, [['photograph', 1, 'abc']], [], []])],
    ['too many parts', hashOf([...good, 'more'])],
    [
      'one cell twice',
      hashOf([
        1,
        chapter,
        [
          ['photograph', '1', ''],
          ['photograph', '2', ''],
        ],
        [],
        [],
      ]),
    ],
    ['a control that is an object', hashOf([1, chapter, [], [], [['photograph', { k: { width: 1 } }]]])],
    ['controls in a list', hashOf([1, chapter, [], [], [['photograph', [1]]]])],
    [
      'a cell’s controls twice',
      hashOf([
        1,
        chapter,
        [],
        [],
        [
          ['photograph', { k: 1 }],
          ['photograph', { k: 2 }],
        ],
      ]),
    ],
    ['no cells at all', hashOf([1, chapter, [], [], []])],
    ['a thousand cells', hashOf([1, chapter, [], Array.from({ length: 1000 }, () => ['photograph', 'x', {}]), []])],
  ])('is refused: %s', async (_what, hash) => {
    expect(await read(hash)).toEqual(damaged);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is not unpacked beyond its limit: a bomb of a gigabyte is refused at once', async () => {
    const bomb = deflateRawSync(Buffer.alloc(60_000_000, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    const start = performance.now();
    expect(await read(`#share=${bomb.toString('base64url')}`)).toEqual({ ok: false, problem: { kind: 'tooLarge' } });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is not even decoded if it is too long', async () => {
    expect(await read(`#share=${'A'.repeat(200_000)}`)).toEqual({ ok: false, problem: { kind: 'tooLarge' } });
  });

  it('names what it needs that is not here', async () => {
    const problem = async (content: unknown) => {
      const result = await read(hashOf(content));
      return result.ok ? undefined : result.problem;
    };
    expect(await problem([2, 'whatever'])).toEqual({ kind: 'newer' });
    expect(await problem([1, '03-pooling', [], [], []])).toEqual({ kind: 'otherChapter', chapter: '03-pooling' });
    expect(await problem([1, chapter, [['__proto__', 'x', '']], [], []])).toEqual({
      kind: 'unknownCell',
      cell: '__proto__',
    });
    expect(await problem([1, chapter, [], [['nowhere', 'x', {}]], []])).toEqual({
      kind: 'unknownCell',
      cell: 'nowhere',
    });
    const long = await problem([1, 'x'.repeat(5000), [], [], []]);
    expect(long).toEqual({ kind: 'otherChapter', chapter: 'x'.repeat(60) });
  });

  const cellsOf = (count: number, source: string): unknown => [
    1,
    chapter,
    [],
    Array.from({ length: count }, () => ['', source, {}]),
    [],
  ];
  it.each<[string, unknown]>([
    ['five cells of 99,000 lines', cellsOf(5, '\n'.repeat(99_000))],
    [
      'a hundred cells that declare 900 names',
      cellsOf(100, Array.from({ length: 900 }, (_, at) => `let n${at}`).join(';')),
    ],
    ['semicolons', cellsOf(1, ';'.repeat(100_000))],
    ['a hundred cells of brackets', cellsOf(100, '('.repeat(900))],
    ['one line of 200,000 letters', cellsOf(1, 'a'.repeat(200_000))],
    ['single letters', cellsOf(1, 'a '.repeat(50_000))],
    ['letters beyond the first plane', cellsOf(1, '𠮷 '.repeat(20_000))],
    ['half characters', cellsOf(1, '\ud800 '.repeat(20_000))],
    ['marks that turn the direction of text', cellsOf(1, '\u202e'.repeat(50_000))],
    ['line separators', cellsOf(1, '\u2028;'.repeat(20_000))],
  ])('is refused before anything is compiled or drawn where it holds %s', async (_, content) => {
    const hash = hashOf(content);
    expect(hash.length).toBeLessThan(100_000);
    expect(await read(hash)).toEqual({ ok: false, problem: { kind: 'tooLarge' } });
  });

  it.each<[string, unknown]>([
    ['101 cells', cellsOf(101, '')],
    ['a label of 10,000 letters', [1, chapter, [], [], [['photograph', { ['l'.repeat(10_000)]: 1 }]]]],
    ['a value of 100,000 letters', [1, chapter, [], [], [['photograph', { k: 'v'.repeat(100_000) }]]]],
    [
      '51 controls',
      [1, chapter, [], [], [['photograph', Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, at]))]]],
    ],
    ['a hash of 10,000 letters', [1, chapter, [['photograph', '1', 'a'.repeat(10_000)]], [], []]],
  ])('is damaged where it holds %s', async (_, content) => {
    expect(await read(hashOf(content))).toEqual(damaged);
  });

  it('loses a control whose label is __proto__', async () => {
    const content = JSON.stringify([1, chapter, [], [['', '1', {}]], []]).replace(
      '{}',
      '{"__proto__":1,"constructor":2}',
    );
    const opened = await read(hashOf(content));
    expect(opened.ok && Object.entries(opened.draft.added[0]?.controls ?? {})).toEqual([['constructor', 2]]);
  });

  it('is not made where it could not be read', () => {
    const place = { after: '', rank: 0 };
    const many = (source: string) => ({ edits: [], added: [{ place, source, controls: {} }], controls: [] });
    expect(isTooLargeForLink(many(';'.repeat(20_000)))).toBe(true);
    expect(isTooLargeForLink(many('show(1)\n'.repeat(500)))).toBe(false);
  });
});
