import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows, doors, homes, innerArrows } from './arrows';
import { circles, filesBelow, folderOf, importsOf, roomOf, textOf, type Import } from './imports';

const sources = filesBelow('src');
const imports = sources.flatMap(importsOf);

interface Arrow extends Import {
  target: string;
}
const inHouse = imports.filter((one): one is Arrow => one.target?.startsWith('src/') ?? false);
const betweenRooms = inHouse.filter(({ file, target }) => roomOf(file) !== roomOf(target));
const insideRooms = inHouse.filter(
  ({ file, target }) => roomOf(file) === roomOf(target) && folderOf(file) !== folderOf(target),
);

const written = (list: readonly Arrow[]): string[] => list.map(({ file, target }) => `${file} → ${target}`);
const graphOf = (list: readonly (readonly [from: string, to: string])[]): Map<string, Set<string>> => {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of list) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
};

describe('the house', () => {
  it('has only rooms that the table of arrows knows', () => {
    const rooms = new Set(sources.map(roomOf).filter((room) => room !== 'env.d'));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  it('imports only files that exist', () => {
    const missing = inHouse.filter(({ target }) => !existsSync(new URL(`../../${target}`, import.meta.url)));
    expect(written(missing)).toEqual([]);
  });

  it('has no arrow between rooms that the table does not allow', () => {
    const wrong = betweenRooms.filter(({ file, target }) => !arrows[roomOf(file)]?.includes(roomOf(target)));
    expect(written(wrong)).toEqual([]);
  });

  it('enters another room by its door: index.ts, a component or a style sheet', () => {
    const wrong = betweenRooms.filter(
      ({ target }) =>
        !/^src\/[^/]+(\/index)?\.ts$/.test(target) && !/\.(astro|css)$/.test(target) && !doors.includes(target),
    );
    expect(written(wrong)).toEqual([]);
  });

  it('has no arrow between the folders of a room that its table does not allow', () => {
    const wrong = insideRooms.filter(({ file, target }) => {
      const allowed = innerArrows[roomOf(file)]?.[folderOf(file)];
      return allowed !== undefined && !allowed.includes(folderOf(target));
    });
    expect(written(wrong)).toEqual([]);
  });

  it('has a place in the table for each folder of a room that has a table', () => {
    const folders = sources
      .filter((file) => file.split('/').length > 3 && roomOf(file) in innerArrows)
      .map((file) => ({ room: roomOf(file), folder: folderOf(file) }));
    const unknown = folders.filter(({ room, folder }) => innerArrows[room]?.[folder] === undefined);
    expect([...new Set(unknown.map(({ room, folder }) => `${room}/${folder}`))]).toEqual([]);
  });

  it('has no circular imports between the folders of a room', () => {
    const folder = (file: string): string => `${roomOf(file)}/${folderOf(file)}`;
    expect(circles(graphOf(insideRooms.map(({ file, target }) => [folder(file), folder(target)])))).toEqual([]);
  });

  it('has no circular imports between files', () => {
    expect(circles(graphOf(inHouse.map(({ file, target }) => [file, target])))).toEqual([]);
  });

  it('keeps folders small enough to find a file in: 25 at the top of a room, 30 below', () => {
    const sizes = new Map<string, number>();
    for (const file of [...sources, ...filesBelow('test'), ...filesBelow('bench'), ...filesBelow('scripts')])
      sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    const large = [...sizes].filter(([folder, size]) => size > (/^src\/[^/]+$/.test(folder) ? 25 : 30));
    expect(large).toEqual([]);
  });

  it('lets the page reach the kernel only as the address of its worker', () => {
    const wrong = inHouse.filter(
      ({ file, specifier, target }) =>
        roomOf(file) === 'notebook' && roomOf(target) === 'kernel' && !specifier.endsWith('?worker&url'),
    );
    expect(written(wrong)).toEqual([]);
  });

  it('gives each heavy library one home', () => {
    const wrong = imports.filter(
      ({ file, specifier, typeOnly }) =>
        !typeOnly && homes.some(([library, home]) => library.test(specifier) && !home.test(file)),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('lets chapters import only the lab, the data sets and TensorFlow.js', () => {
    const wrong = filesBelow('content')
      .filter((file) => file.endsWith('.ts'))
      .flatMap(importsOf)
      .filter(({ specifier }) => !['lab', 'datasets', '@tensorflow/tfjs'].includes(specifier));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('keeps the DOM out of the rooms of both sides', () => {
    const both = sources.filter((file) => ['compile', 'protocol'].includes(roomOf(file)));
    expect(both.filter((file) => /\b(document|window|HTMLElement)\b[.;)]/.test(textOf(file)))).toEqual([]);
  });
});

describe('a circle', () => {
  it('is found however long it is, and once', () => {
    const graph = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'e'],
    ]);
    expect(circles(graph)).toEqual([['a', 'b', 'c']]);
  });
});
