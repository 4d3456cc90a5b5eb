import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../scripts/serve.mjs';
import { chapterCells } from '../../src/notebook/build/chapter-cells';
import { makeIpynb } from '../../src/notebook/download/ipynb';
import { makeScript, type Origin } from '../../src/notebook/download/portable';
import { proseBlocks } from '../../src/notebook/build/prose';
import { startSession } from '../../src/notebook/session/session';
import { verbs as book } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { locales } from '../../src/words/locales';
import { readyForDatasets } from '../datasets/ready';
import { playChapter } from './chapter-player';

let origin: Origin;
let close: () => Promise<void>;
beforeAll(async () => {
  useWords(en, 'en');
  const server = await startServer({ root: 'public', port: 0 });
  close = server.close;
  origin = { title: 'Convolution', url: 'https://example.org/en/convolution/', site: server.url };
});
afterAll(() => close());

const sessionOf = (cells: Record<string, string>) => playChapter(cells).state();

/** What a plain Node.js prints when it runs a downloaded file. */
async function run(script: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'receptive-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'chapter.ts');
  writeFileSync(file, script);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 50_000 });
  return stdout;
}

describe('a chapter as a .ts file', () => {
  it('runs in plain Node.js, in the order of its names, with the book’s data', async () => {
    const script = makeScript(
      sessionOf({
        last: 'show(total)\nplot([1, 2, 3], { title: "curve" })',
        first: "const picture = await photo('coffee')\nconst total = picture.size",
        digits:
          'const data = await digits({ train: 3, test: 2 })\nshow(data.train.images.shape)\nshow([...data.train.classes])',
        seeded: 'seed(1)\nshow(Math.random() === Math.random())',
        pictures: 'show(data.train.images)\ngradCam(1)',
        learned:
          "const learned = await pretrained('digits')\nconst sums = learned.predict(data.test.images).sum(1)\nshow(sums.round())",
      }),
      origin,
      'chapter.ts',
    );
    expect(script.indexOf('#region first')).toBeLessThan(script.indexOf('#region last'));
    const printed = await run(script);
    expect(printed).toContain(String(171 * 256 * 3));
    expect(printed).toContain('curve: 3 numbers, 1.000 … 3.000, last 3');
    expect(printed).toContain('[ 3, 28, 28, 1 ]');
    expect(printed).toContain('Tensor [3,28,28,1] float32');
    expect(printed).toContain('gradCam(): ');
    expect(printed).toMatch(/Tensor\s+\[1, 1\]/);
  });

  it('trains, and prints each epoch', async () => {
    const model = `seed(1)
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' })
const xs = tf.tensor2d([[1], [2]])
await model.fit(xs, xs, { epochs: 2, verbose: 0, callbacks: trainingView() })`;
    expect(await run(makeScript(sessionOf({ model }), origin, 'a.ts'))).toMatch(/1 loss [\d.]+\n2 loss [\d.]+/);
  });

  it('keeps models in memory where there is no IndexedDB, and says what it would have saved', async () => {
    const model = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })
await model.save('indexeddb://one')
const again = await tf.loadLayersModel('indexeddb://one')
download('weights.bin', new Float32Array(again.countParams()))
show(fileInput('file').length)`;
    expect(await run(makeScript(sessionOf({ model }), origin, 'a.ts'))).toMatch(/weights\.bin: 8 bytes\n0\n/);
  });

  it('keeps a cell that begins with a bracket from going on with the one before', async () => {
    const script = makeScript(
      sessionOf({
        a: 'const list = [1]',
        b: '// sum\n;[2, 3].forEach((n) => list.push(n))',
        c: '[list.length].forEach((n) => console.log("n =", n))',
      }),
      origin,
      'a.ts',
    );
    expect(await run(script)).toContain('n = 3');
  });

  it('turns cells that do not compile or clash into comments, and says so', async () => {
    const script = makeScript(
      sessionOf({ a: 'const a = ', b: 'const twice = 1', c: 'const twice = 2', d: 'console.log("end")' }),
      origin,
      'a.ts',
    );
    expect(script).toContain('// const a =');
    expect(script.match(/^const twice/gm)).toBeNull();
    expect(await run(script)).toContain('end');
  });

  it('brings imports that cells have pasted only once', async () => {
    const script = makeScript(
      sessionOf({ a: "import * as tf from '@tensorflow/tfjs';\nimport { show } from 'lab'\nshow(tf.scalar(7))" }),
      origin,
      'a.ts',
    );
    expect(script.match(/^import/gm)).toHaveLength(1);
    expect(await run(script)).toContain('7');
  });

  it.each(['digits', 'fashion', 'emoji'] as const)(
    'has the book’s own data where %s is not told how many',
    async (name) => {
      await readyForDatasets();
      const { train, test } = await book[name]();
      const expected = [train, test].map(({ images, classes }) => ({
        images: images.shape,
        pixels: createHash('sha256').update(images.dataSync()).digest('hex'),
        classes: [...classes],
      }));
      tf.dispose([train.images, train.labels, test.images, test.labels]);
      const cell = `const { createHash } = await import('node:crypto')
const data = await ${name}()
console.log(JSON.stringify([data.train, data.test].map(({ images, classes }) => ({
  images: images.shape,
  pixels: createHash('sha256').update(images.dataSync()).digest('hex'),
  classes: [...classes],
}))))`;
      const printed = await run(makeScript(sessionOf({ cell }), origin, 'a.ts'));
      expect(JSON.parse(printed.slice(printed.indexOf('[{')))).toEqual(expected);
    },
  );

  it('has a function even if an element of the page has that id, as each heading does', async () => {
    Object.assign(globalThis, { filters: 'an element' });
    try {
      const script = makeScript(sessionOf({ a: 'console.log(typeof filters, typeof seed)' }), origin, 'a.ts');
      expect(await run(script)).toContain('function function');
    } finally {
      Reflect.deleteProperty(globalThis, 'filters');
    }
  });

  it('leaves a name that the book does not have as it is', async () => {
    const script = makeScript(sessionOf({ a: 'console.log(typeof misspelt, typeof show)' }), origin, 'a.ts');
    expect(await run(script)).toContain('undefined function');
  });

  it('names the version of TensorFlow.js that the book runs', () => {
    expect(makeScript(sessionOf({ a: '1' }), origin, 'a.ts')).toContain(
      `npm install @tensorflow/tfjs@${tf.version.tfjs} `,
    );
  });

  it('uses none of the book’s functions where a cell has its own of that name', () => {
    const script = makeScript(
      sessionOf({ a: 'function show(n: number) { console.log(n) }', b: 'show(1)' }),
      origin,
      'a.ts',
    );
    expect(script).not.toContain('#region receptive');
  });
});

describe('a chapter as a Jupyter notebook', () => {
  const folders = readdirSync('content').filter((name) => /^\d\d-/.test(name));

  it.each(folders)('%s follows nbformat 4.5 and has each cell and all prose, in each language', (folder) => {
    const cells = chapterCells(folder, 'en');
    const session = sessionOf(Object.fromEntries(cells.map(({ name, source }) => [name, source])));
    for (const locale of Object.keys(locales).filter((slug) => existsSync(`content/${folder}/${slug}.mdx`))) {
      const mdx = readFileSync(`content/${folder}/${locale}.mdx`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
      const notebook = JSON.parse(makeIpynb(session, origin, proseBlocks(mdx))) as {
        nbformat: number;
        nbformat_minor: number;
        cells: { id: string; cell_type: string; source: string[]; outputs?: unknown[]; execution_count?: null }[];
        metadata: { kernelspec: { name: string } };
      };
      expect([notebook.nbformat, notebook.nbformat_minor, notebook.metadata.kernelspec.name]).toEqual([4, 5, 'deno']);
      const ids = notebook.cells.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^[\w-]{1,64}$/.test(id))).toBe(true);
      for (const cell of notebook.cells.filter((one) => one.cell_type === 'code')) {
        expect([cell.outputs, cell.execution_count]).toEqual([[], null]);
      }
      const shown = cells.filter(({ name }) => mdx.includes(`name="${name}"`)).map(({ name }) => name);
      expect(ids.filter((id) => shown.includes(id))).toEqual(shown);
      // No component of the book is left in the prose.
      const prose = notebook.cells.filter((one) => one.cell_type === 'markdown').map(({ source }) => source.join(''));
      const outside = prose.join('\n').replace(/```[\s\S]*?```/g, '');
      expect(outside.match(/<\/?[A-Z]\w*/g)).toBeNull();
    }
  });

  it('has the reader’s own cells below their neighbours', () => {
    const player = playChapter({ a: '1', b: '2' });
    player.send({ kind: 'insert', name: 'scratch-1', place: { after: 'a', rank: 0 }, source: '3' });
    player.send({ kind: 'insert', name: 'scratch-2', place: { after: '', rank: 0 }, source: '4' });
    const blocks = proseBlocks('Before.\n\n<Cell name="a" />\n\nBetween.\n\n<Cell name="b" />');
    const { cells } = JSON.parse(makeIpynb(player.state(), origin, blocks)) as { cells: { id: string }[] };
    expect(cells.map(({ id }) => id).filter((id) => !id.startsWith('text-'))).toEqual([
      'receptive',
      'scratch-2',
      'a',
      'scratch-1',
      'b',
    ]);
  });

  it('has an exercise where its prose is, and no check', () => {
    const session = startSession([
      { name: 'a', source: '1' },
      { name: 'task', source: '2', onDemand: true },
      { name: 'task-check', source: '{ 3 }', onDemand: true },
    ]);
    const blocks = proseBlocks('<Exercise name="task" title="Do it">\n\nDo this.\n\n</Exercise>');
    const { cells } = JSON.parse(makeIpynb(session, origin, blocks)) as { cells: { id: string; cell_type: string }[] };
    const code = cells.filter(({ cell_type: type }) => type === 'code');
    expect(code.map(({ id }) => id)).toEqual(['receptive', 'task', 'a']);
  });
});

describe('prose', () => {
  it('keeps its Markdown and drops the book’s components', () => {
    const mdx = `import X from 'x';

## Title

Text with $x_{1}$ and \\{braces\\}.

<Aside type="tip" title="Try this">

- One
- Two

</Aside>

<Tabs>
<TabItem label="TensorFlow.js">

<Cell name="a" />

</TabItem>
<TabItem label="Keras">

\`\`\`python
import keras
<Cell name="no" />
\`\`\`

</TabItem>
</Tabs>

<Exercise
  name="task"
  title="Do it"
>

Do this.

</Exercise>

<Other wide />
`;
    expect(proseBlocks(mdx)).toEqual([
      {
        kind: 'text',
        text: '## Title\n\nText with $x_{1}$ and {braces}.\n\n> **Try this**\n>\n> - One\n> - Two\n\n**TensorFlow.js**',
      },
      { kind: 'cell', name: 'a' },
      {
        kind: 'text',
        text: '**Keras**\n\n```python\nimport keras\n<Cell name="no" />\n```\n\n**Do it**\n\nDo this.',
      },
      { kind: 'cell', name: 'task' },
    ]);
  });

  it('keeps what is in formulas and code, and reads components as MDX does', () => {
    const mdx = `The set $\\{0, 1\\}$, the code \`\\{x}\`, and \\{braces\\}.

{/* A note to
the author. */}

<Tabs>
  <TabItem label="x > 1"><Cell name="a" /></TabItem>
</Tabs>

<Exercise name="task" title="Do it">
  Indented:

  \`\`\`ts
  if (x) {
    y()
  }
  \`\`\`
</Exercise>
`;
    expect(proseBlocks(mdx)).toEqual([
      { kind: 'text', text: 'The set $\\{0, 1\\}$, the code `\\{x}`, and {braces}.\n\n**x > 1**' },
      { kind: 'cell', name: 'a' },
      { kind: 'text', text: '**Do it**\n\nIndented:\n\n```ts\nif (x) {\n  y()\n}\n```' },
      { kind: 'cell', name: 'task' },
    ]);
  });
});
