import { describe, expect, it, test } from 'vitest';
import type { IndexedSection } from '../../src/site/search/book-index';
import { excerptOf, marked } from '../../src/site/search/excerpt';
import { findInBook } from '../../src/site/search/find';
import { readQuery } from '../../src/site/search/query';

const query = (text: string) => {
  const read = readQuery(text);
  if (!read) throw new Error(`${text} asks nothing`);
  return read;
};

const section = (heading: string, parts: Partial<IndexedSection> = {}): IndexedSection => ({
  id: heading,
  heading,
  above: '',
  terms: [],
  prose: [],
  code: [],
  ...parts,
});

/** What of a text is marked, or nothing if the text does not hold the whole query. */
function found(asked: string, text: string): string | undefined {
  const page = { title: '', path: '', sections: [section('', { prose: [text] })] };
  if (findInBook({ pages: [page] }, query(asked)).length === 0) return undefined;
  return marked(text, query(asked))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('a query is found', () => {
  test.each([
    ['convolutions', 'one convolution', 'one [convolution]'],
    ['pool', 'pooling, pooled, pools', '[pooling], [pooled], [pools]'],
    ['pooling', 'a pool', 'a [pool]'],
    ['strides', 'strided, with a stride', '[strided], with a [stride]'],
    ['padding', 'it pads, is padded', 'it [pads], is [padded]'],
    ['entropies', 'an entropy', 'an [entropy]'],
    ['biases', 'a bias', 'a [bias]'],
    ['color', 'in colour', 'in [colour]'],
    ['normalisation', 'of normalization', 'of [normalization]'],
    ['GRAY', 'a grey one', 'a [grey] one'],
    ['Dabrowski', 'by Dąbrowski', 'by [Dąbrowski]'],
    ['ＲｅＬＵ', 'then relu', 'then [relu]'],
    ['norm', 'maxNorm and norms', 'max[Norm] and [norms]'],
    ['pooling', 'tf.layers.maxPooling2d()', 'tf.layers.max[Pooling]2d()'],
    ['batchnorm', 'batchNormalization', '[batchNormalization]'],
    ['gradcam', 'by Grad-CAM', 'by [Grad-CAM]'],
    ['cross-entropy', 'crossEntropy, cross entropy', '[crossEntropy], [cross entropy]'],
    ['cross entropy', 'entropy of a cross', '[entropy] of a [cross]'],
    ['3x3', 'a 3×3 window, 3 × 3', 'a [3×3] window, [3 × 3]'],
    ['3 × 3', 'a 3×3 window', 'a [3×3] window'],
    ['convol', 'a convolution', 'a [convolution]'],
    ['max c', 'a convolution of max', 'a [convolution] of [max]'],
    ['max con', 'a convolution of max', 'a [convolution] of [max]'],
    ['γ', 'the scale γ', 'the scale [γ]'],
    ['卷积', '一个卷积核', '一个[卷积]核'],
    ['深度卷积', '深度卷积（depthwise）', '[深度卷积]（depthwise）'],
    ['卷积 池化', '池化在卷积之后', '[池化]在[卷积]之后'],
    ['softmax函数', '最后的 softmax 函数', '最后的 [softmax 函数]'],
    ['1x1卷积', '用 1×1 卷积混合', '用 [1×1 卷积]混合'],
    ['relu', '用relu激活', '用[relu]激活'],
  ])('%s in “%s”', (asked, text, expected) => {
    expect(found(asked, text)).toBe(expected);
  });
});

describe('a query is not found', () => {
  test.each([
    ['convolution', 'deconvolution'],
    ['convolution pooling', 'a convolution without it'],
    ['max pooling', 'the maximum and a pooling'],
    ['3', 'a map of 32×13 pixels'],
    ['3x3', 'a 3×32 window'],
    ['a', 'an image'],
    ['2d', 'conv2d'],
    ['cross-entropy', 'entropy, then cross'],
    ['深度卷积', '深度可分离卷积'],
    ['下采样', '向下，采一个样本'],
    ['卷积 池化', '只有卷积'],
  ])('%s in “%s”', (asked, text) => {
    expect(found(asked, text)).toBeUndefined();
  });

  it('if it has neither letter nor digit', () => {
    for (const nothing of ['', '  ', '?!', '……', '$&']) expect(readQuery(nothing)).toBeUndefined();
  });
});

describe('what comes first', () => {
  const order = (asked: string, sections: readonly IndexedSection[]): string[] =>
    findInBook({ pages: [{ title: '', path: '', sections }] }, query(asked)).flatMap((page) =>
      page.sections.map(({ heading }) => heading),
    );

  it('is a heading, then what is explained, then prose, then code', () => {
    const sections = [
      section('Code', { code: [{ cell: 'one', text: 'stride stride stride stride' }] }),
      section('Prose', { prose: ['stride, stride and stride'] }),
      section('Term', { terms: ['stride'], prose: ['The stride is a step.'] }),
      section('The longest of all headings about a stride'),
      section('Stride'),
    ];
    expect(order('stride', sections)).toEqual([
      'Stride',
      'The longest of all headings about a stride',
      'Term',
      'Prose',
      'Code',
    ]);
  });

  it('is a whole word before the beginning of one, and words together before words apart', () => {
    expect(
      order('ten', [section('Begins', { prose: ['a tensor'] }), section('Whole', { prose: ['one of ten'] })]),
    ).toEqual(['Whole', 'Begins']);
    expect(
      order('max pooling', [
        section('Apart', { prose: ['pooling by the max'] }),
        section('Together', { prose: ['max pooling'] }),
      ]),
    ).toEqual(['Together', 'Apart']);
  });

  it('is not a summary, which has a word of everything', () => {
    const page = (name: string, prose: string) => ({
      title: name,
      path: name,
      sections: [section('Summary', { prose: ['stride, stride, stride'] }), section(name, { prose: [prose] })],
    });
    const pages = [page('One', 'a stride'), page('Two', ''), page('Three', '')];
    const [first] = findInBook({ pages }, query('stride'));
    expect(first?.page.title).toBe('One');
    expect(first?.sections.map(({ heading }) => heading)).toEqual(['One', 'Summary']);
  });
});

describe('an excerpt', () => {
  const textOf = (one: IndexedSection, asked: string): string =>
    excerptOf(one, query(asked))
      .pieces.map(({ text }) => text)
      .join('');

  it('is prose rather than code', () => {
    const one = section('', { prose: ['Nothing.', 'A stride.'], code: [{ cell: 'steps', text: 'stride()' }] });
    expect(excerptOf(one, query('stride'))).toMatchObject({
      pieces: [{ text: 'A ' }, { text: 'stride' }, { text: '.' }],
    });
  });

  it('is a line of code, with its cell, where no prose has the query', () => {
    const one = section('', { prose: ['Nothing.'], code: [{ cell: 'steps', text: 'let a\n  const stride = 2\n' }] });
    expect(excerptOf(one, query('stride'))).toEqual({
      cell: 'steps',
      pieces: [
        { text: 'const ', marked: false },
        { text: 'stride', marked: true },
        { text: ' = 2', marked: false },
      ],
    });
  });

  it('of a long text begins with the sentence of the query and holds it', () => {
    const filler = 'Every word of this sentence is here to fill the line. '.repeat(8);
    const text = textOf(section('', { prose: [`${filler}Here the stride is two. ${filler}`] }), 'stride');
    expect(text).toMatch(/^… Here the stride is two\. .* …$/);
    expect(text.length).toBeLessThan(160);
  });

  it('of Chinese holds half as many characters', () => {
    const filler = '这一句话没有别的用处，只是把这一行填满。'.repeat(8);
    const text = textOf(section('', { prose: [`${filler}这里的步幅是二。${filler}`] }), '步幅');
    expect(text).toMatch(/^… 这里的步幅是二。.* …$/);
    expect(text.length).toBeLessThan(82);
  });

  it('is the beginning of a section that has the query in its heading only', () => {
    expect(textOf(section('Stride', { prose: ['The window moves on.'] }), 'stride')).toBe('The window moves on.');
  });
});
