import { expect, test } from 'vitest';
import { splitCells } from '../../src/compile';

test('regions are the cells, in their order, without their markers and the blank lines at their end', () => {
  const text = `// outside\n// #region first\nconst a = 1;\n\n\n// #endregion\n\n  //#region second-cell\n\n  show(a);\n  //#endregion first\n`;
  expect(splitCells(text)).toEqual([
    { name: 'first', source: 'const a = 1;', line: 3 },
    { name: 'second-cell', source: '\n  show(a);', line: 9 },
  ]);
});

test('Windows line ends and a byte order mark change nothing', () => {
  const text = '\uFEFF// #region a\r\nlet x = 1;\r\nx\r\n// #endregion\r\n';
  expect(splitCells(text)).toEqual([{ name: 'a', source: 'let x = 1;\nx', line: 2 }]);
});

test('a cell may say why the book keeps no output of it', () => {
  const text = '// #region race (not kept: it measures time)\n1\n// #endregion\n// #region b (not kept)\n// #endregion';
  expect(splitCells(text.split('\n').slice(0, 3).join('\n'))).toEqual([
    { name: 'race', source: '1', line: 2, notKept: 'it measures time' },
  ]);
  expect(() => splitCells(text)).toThrow('"b (not kept)" is no name for a cell');
});

test('an empty region is an empty cell, and a file without regions has none', () => {
  expect(splitCells('// #region a\n// #endregion')).toEqual([{ name: 'a', source: '', line: 2 }]);
  expect(splitCells('const a = 1;')).toEqual([]);
});

test.each([
  ['unclosed', '// #region a\nx', 'line 1 of cells.ts: region "a" is never closed'],
  [
    'named twice',
    '// #region a\n// #endregion\n// #region a\n// #endregion',
    'line 3 of cells.ts: a second region "a"',
  ],
  ['nested', '// #region a\n// #region b\n// #endregion\n// #endregion', 'region "b" begins inside region "a"'],
  ['without a name', '// #region\n// #endregion', '"" is no name for a cell'],
  ['not in kebab-case', '// #region Two words\n// #endregion', '"Two words" is no name for a cell'],
  ['closed but never opened', 'x\n// #endregion', 'line 2 of cells.ts: #endregion without a region'],
])('a region that is %s is an error that names its line', (_, text, message) => {
  expect(() => splitCells(text)).toThrow(message);
});
