import { beforeAll, describe, expect, it } from 'vitest';
import { compileCell } from '../../../src/compile';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';
import { outputsOf, startNodeKernel, type NodeKernel } from '../../kernel/node-kernel';
import { lines } from './agreement';
import { startCellEditors, type CellEditors } from './cell-editor';

let english: CellEditors;
let chinese: CellEditors;
let kernel: NodeKernel;
beforeAll(async () => {
  chinese = await startCellEditors('zh-cn');
  english = await startCellEditors();
  kernel = await startNodeKernel();
});

/** What a run says against a cell; undefined where it runs. */
async function runOf(source: string): Promise<string | undefined> {
  const compiled = compileCell(source);
  if (!compiled.ok) return compiled.problem.message;
  const ran = await kernel.run('mine', source);
  if (ran.outcome === 'done') return undefined;
  return JSON.stringify(outputsOf(ran, 'error'));
}

describe('the editor and a run agree', () => {
  it.each(lines)('$source', async ({ source, refused, browser }) => {
    const found = await english.errors(source);
    const said = found.map(({ message }) => message.replaceAll('\n', ' ')).join('\n');
    if (refused === undefined) expect(said).toBe('');
    else expect(said).toContain(refused);
    if (browser) return;
    const run = await runOf(source);
    if (refused === undefined) expect(run).toBeUndefined();
    else expect(run).toContain(refused);
  });
});

describe('the editor', () => {
  it('speaks the language of the page', async () => {
    const says = async (source: string): Promise<string | undefined> => (await chinese.errors(source))[0]?.message;
    useWords((await import('../../../src/words/zh-cn')).zhCn, 'zh-cn');
    expect(await says('const x = <div />')).toContain('JSX');
    expect(await says('document')).toContain('这里没有 document');
    expect(await says('describe("a", () => 1)')).toContain('没有 describe');
    expect((await chinese.faded('{ const never = 1 }'))[0]?.message).toContain('从未读取');
    useWords(en, 'en');
  });

  it('fades what nothing uses, but no name that other cells can read', async () => {
    const source = [
      'const top = 1',
      'const f = (used: number, unused: number) => { const none = 1; return used }',
      '{ const inner = 2 }',
      "function after() { return 1; console.log('never') }",
    ].join('\n');
    const faded = await english.faded(source);
    expect(faded.map(({ text }) => text)).toEqual(['unused', 'none', 'inner', "console.log('never')"]);
    expect(await english.errors(source)).toEqual([]);
  });

  it('still finds a field that no class assigns, and a name that is misspelt', async () => {
    const source = 'class Net { constructor() { this.layers = [] } add() { this.layer.push(1) } }\ndigts()';
    expect((await english.errors(source)).map(({ text }) => text)).toEqual(['layer', 'digts']);
  });

  it.each([
    ['const model = 1', 'const model = 2', 'model', 'wrap the code of one cell in { … }'],
    ['var model = 1', 'var model = 2', 'model', 'wrap the code of one cell in { … }'],
    ['function model() {}', 'function model() {}', 'model', 'Rename all but one'],
    ['// count\ncount = 2', 'let count = 1', 'count', 'Only that cell can change it'],
    ['const a = b', 'const b = a', 'b', 'in a circle: “mine” → “other” → “mine”'],
  ])('says of %j beside %j what a run says', async (source, other, text, said) => {
    const found = await english.errors(source, { other });
    const clash = found.filter(({ message }) => message.includes(said));
    expect(clash.map((mark) => mark.text)).toEqual([text]);
    expect(found.filter(({ message }) => /redeclare|Duplicate/.test(message))).toEqual([]);
  });

  it('lets a cell keep a name to itself in a block', async () => {
    expect(await english.errors('{ const model = 1; show(model) }', { other: 'const model = 2' })).toEqual([]);
  });

  it('sees the names of a cell that exports or imports what it cannot have', async () => {
    const others = { other: "import fs from 'fs'\nexport const here = 1\nexport { here as there }" };
    expect(await english.errors('here.toFixed()', others)).toEqual([]);
  });
});
