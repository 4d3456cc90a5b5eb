import { describe, expect, test } from 'vitest';
import { orderChapters, pageId, pagesBeside, parseChapterName } from '../../src/site/build/chapter-name';

describe('a chapter’s folder', () => {
  test('gives its order and its address', () => {
    expect(parseChapterName('02-convolution')).toEqual({ folder: '02-convolution', order: 2, slug: 'convolution' });
    expect(parseChapterName('04-separable-convolution')?.slug).toBe('separable-convolution');
  });

  test('is not a chapter without a number or with a malformed name', () => {
    expect(parseChapterName('convolution')).toBeUndefined();
    expect(parseChapterName('README.md')).toBeUndefined();
    expect(parseChapterName('02-Convolution')).toBeUndefined();
  });
});

describe('the chapters', () => {
  test('are in the order of their numbers, not of their names', () => {
    const folders = ['10-shipping', '02-convolution', '00-home', '01-images', 'drafts'];
    expect(orderChapters(folders).map(({ slug }) => slug)).toEqual(['images', 'convolution', 'shipping']);
  });

  test('may not share an address or a number', () => {
    expect(() => orderChapters(['01-images', '03-images'])).toThrow('01-images and content/03-images');
    expect(() => orderChapters(['01-images', '01-pictures'])).toThrow('claim the same place');
  });
});

describe('a page', () => {
  test('is at its locale and slug, without the number', () => {
    expect(pageId('02-convolution/en.mdx')).toBe('en/convolution');
    expect(pageId('02-convolution/zh-cn.mdx')).toBe('zh-cn/convolution');
  });

  test('of the home folder is the start page of its locale', () => {
    expect(pageId('00-home/zh-cn.mdx')).toBe('zh-cn');
  });

  test('in a folder without a number is not a chapter', () => {
    expect(pageId('gallery/en.mdx')).toBe('en/gallery');
    expect(pagesBeside(['10-shipping', 'gallery', '00-home', 'about'])).toEqual(['about', 'gallery']);
  });

  test('in a folder with a malformed name is an error that names the folder', () => {
    expect(() => pageId('2-Convolution/en.mdx')).toThrow('content/2-Convolution');
    expect(() => pageId('Gallery/en.mdx')).toThrow('content/Gallery');
  });
});
