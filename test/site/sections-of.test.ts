import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/site/build/plugins/sections-of';

const page = (main: string): string =>
  `<html><body><nav>Menu</nav><main lang="en">${main}</main><p>End</p></body></html>`;

it('reads the sections of a page, with the heading above each', () => {
  const sections = sectionsOf(
    page(`<h1 id="_top">Convolution</h1><p>One <em>small</em>
      sum.</p><div><h2 id="size">How large?</h2><a class="sl-anchor-link" href="#size"># How large?</a></div>
      <ul><li>First</li><li>The <strong>stride</strong> is a step.</li></ul>
      <h3 id="stride">Stride</h3><table><tr><th>n</th><th>k</th></tr><tr><td>5</td><td>3</td></tr></table>`),
  );
  expect(sections).toEqual([
    { id: '', heading: 'Convolution', above: '', terms: [], prose: ['One small sum.'], code: [] },
    {
      id: 'size',
      heading: 'How large?',
      above: '',
      terms: ['stride'],
      prose: ['First', 'The stride is a step.'],
      code: [],
    },
    { id: 'stride', heading: 'Stride', above: 'How large?', terms: [], prose: ['n · k', '5 · 3'], code: [] },
  ]);
});

it('reads of a cell its code and nothing else, and of a check nothing', () => {
  const cell = (role: string): string =>
    `<notebook-cell id="edges" data-search="${role}"><div><button>Run</button><span>edited</span></div><figure><pre><code><div class="ec-line"><div class="code"><span>const</span> a = 1</div></div><div class="ec-line"><div class="code">
</div></div><div class="ec-line"><div class="code">show(a)</div></div></code></pre></figure><p>Output</p></notebook-cell>`;
  const [section] = sectionsOf(page(`<h1>Try</h1>${cell('cell')}${cell('never')}<pre>x = 1</pre>`));
  expect(section?.prose).toEqual([]);
  expect(section?.code).toEqual([
    { cell: 'edges', text: 'const a = 1\n\nshow(a)' },
    { cell: '', text: 'x = 1' },
  ]);
});

it('takes the title of an exercise for a heading', () => {
  const sections = sectionsOf(
    page(`<h1>A</h1><h2 id="exercises">Exercises</h2><p id="size--title" data-search="heading"><span data-search="never">Exercise</span>
      The size</p><p>Write it.</p>`),
  );
  expect(sections.at(-1)).toMatchObject({
    id: 'size--title',
    heading: 'The size',
    above: 'Exercises',
    prose: ['Write it.'],
  });
});

it('reads a short formula once, as it is spoken, and leaves larger ones out', () => {
  const formula = (math: string): string =>
    `<span class="katex"><span class="katex-mathml"><math><semantics>${math}<annotation>TeX</annotation></semantics></math></span><span class="katex-html">drawn</span></span>`;
  const sections = sectionsOf(
    page(`<h1>A</h1><p>At ${formula('<mfrac><mn>1</mn><mn>2</mn></mfrac>')} or ${formula('<msup><mi>α</mi><mn>2</mn></msup>')}:
      <span class="katex-display">${formula('<mi>x</mi>')}</span></p>`),
  );
  expect(sections[0]?.prose).toEqual(['At 1/2 or α^2:']);
});

it('keeps no space where Chinese goes on in a new line, and no sign that has no shape', () => {
  const [section] = sectionsOf(page('<h1>卷积</h1><p>第一句，\n第二\n句 Keras\u2060 完。</p>'));
  expect(section?.prose).toEqual(['第一句，第二句 Keras 完。']);
});
