import { expect, test } from 'vitest';
import { makeGraph } from '../../src/compile';
import { programOf, speakEnglish } from './compiled';

speakEnglish();

const graphOf = (sources: Record<string, string>) =>
  makeGraph(Object.entries(sources).map(([name, source]) => ({ name, program: programOf(source) })));

const chapter = {
  data: 'const images = load(); let labels = 1;',
  size: 'const size = 3;',
  model: 'const model = build(size);',
  train: 'const history = await model.fit(images, labels);',
  look: 'show(model, images)',
};

test('a cell needs what it reads, directly and further up, in the order to run', () => {
  const graph = graphOf(chapter);
  expect(graph.needs('train')).toEqual(['data', 'size', 'model']);
  expect(graph.needs('look')).toEqual(['data', 'size', 'model']);
  expect(graph.needs('data')).toEqual([]);
});

test('a cell feeds its readers, directly and further down', () => {
  const graph = graphOf(chapter);
  expect(graph.feeds('size')).toEqual(['model', 'train', 'look']);
  expect(graph.feeds('data')).toEqual(['train', 'look']);
  expect(graph.feeds('look')).toEqual([]);
});

test('the direct edges carry their names', () => {
  const graph = graphOf(chapter);
  expect(graph.readsOf('train')).toEqual([
    { cell: 'data', names: ['images', 'labels'] },
    { cell: 'model', names: ['model'] },
  ]);
  expect(graph.feedsOf('model')).toEqual([
    { cell: 'train', names: ['model'] },
    { cell: 'look', names: ['model'] },
  ]);
});

test('a cell may read what a later one declares, and then runs after it', () => {
  const graph = graphOf({ a: 'show(late)', b: 'const late = early;', c: 'const early = 1;', d: 'show(early, late)' });
  expect(graph.needs('a')).toEqual(['c', 'b']);
  expect(graph.needs('d')).toEqual(['c', 'b']);
  expect(graph.feeds('c')).toEqual(['b', 'a', 'd']);
});

test('a chapter in order has no problems', () => {
  const graph = graphOf(chapter);
  for (const cell of Object.keys(chapter)) expect(graph.problems(cell)).toEqual([]);
});

test('a name that two cells declare is a problem of both, which names both; the first one feeds', () => {
  const graph = graphOf({ a: 'const x = 1', b: 'function x() {}', c: 'show(x)' });
  const problem = {
    kind: 'duplicate',
    name: 'x',
    cells: ['a', 'b'],
    message:
      'x is declared in more than one cell: “a”, “b”. Rename all but one, or wrap the code of one cell in { … }: then its names are its own.',
  };
  expect(graph.problems('a')).toEqual([problem]);
  expect(graph.problems('b')).toEqual([problem]);
  expect(graph.problems('c')).toEqual([]);
  expect(graph.needs('c')).toEqual(['a']);
});

test('a cycle is a problem of each of its cells, which names them, and of no other cell', () => {
  const graph = graphOf({ a: 'const x = z', b: 'const y = x', c: 'const z = y', d: 'show(x)' });
  expect(graph.problems('a')).toEqual([
    {
      kind: 'cycle',
      cells: ['a', 'c', 'b'],
      message: 'These cells need each other in a circle: “a” → “c” → “b” → “a”. Break it by moving a declaration.',
    },
  ]);
  expect(graph.problems('b').map((problem) => problem.cells)).toEqual([['b', 'a', 'c']]);
  expect(graph.problems('d')).toEqual([]);
  expect(graph.needs('a')).toEqual(['b', 'c']);
  expect(graph.needs('d')).toEqual(['a', 'b', 'c']);
});

test('an assignment to another cell’s name is a problem that names both', () => {
  const graph = graphOf({ a: 'let count = 0', b: 'count += 1', c: 'free = 1' });
  expect(graph.problems('b')).toEqual([
    {
      kind: 'write',
      name: 'count',
      cells: ['b', 'a'],
      message: 'Cell “b” assigns to count, which belongs to cell “a”. Only that cell can change it.',
    },
  ]);
  expect(graph.problems('a')).toEqual([]);
  expect(graph.problems('c')).toEqual([]);
});

test('a cell without a program has no edges', () => {
  const graph = makeGraph([{ name: 'broken' }, { name: 'whole', program: programOf('show(x)') }]);
  expect(graph.needs('whole')).toEqual([]);
  expect(graph.feeds('broken')).toEqual([]);
  expect(graph.problems('broken')).toEqual([]);
});

test('an unknown cell and a cell named twice are errors of the programmer', () => {
  expect(() => graphOf({}).needs('a')).toThrow('no cell "a"');
  expect(() => graphOf({}).problems('a')).toThrow('no cell "a"');
  expect(() => makeGraph([{ name: 'a' }, { name: 'a' }])).toThrow('one name');
});

test('names that every object inherits (such as toString) are ordinary names', () => {
  const graph = graphOf({
    a: 'const constructor = 1, __proto__ = 2, hasOwnProperty = 3',
    b: 'show(constructor, __proto__, toString)',
  });
  expect(graph.readsOf('b')).toEqual([{ cell: 'a', names: ['constructor', '__proto__'] }]);
});

test('of a thousand names that every cell declares, one is told, and a few of the cells', () => {
  const source = Array.from({ length: 900 }, (_, at) => `let n${at}`).join(';');
  const cells = Array.from({ length: 100 }, (_, at) => `c${at}`);
  const program = programOf(source);
  const graph = makeGraph(cells.map((name) => ({ name, program })));
  const messages = cells.map((cell) => graph.firstProblem(cell)?.message ?? '');
  expect(messages[7]).toContain('“c0”, “c1”, “c2”, “c3”, “c4” and 95 more');
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(200);
  expect(graphOf(chapter).firstProblem('train')).toBeUndefined();
});
