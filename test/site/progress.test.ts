// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { joinProgress, markProgress, parseProgress, readProgress, writeProgress } from '../../src/site/page/progress';

describe('progress', () => {
  it('reads what was stored', () => {
    const text = JSON.stringify({ convolution: { cells: ['a'], exercises: ['b'] } });
    expect(parseProgress(text)).toEqual({ convolution: { cells: ['a'], exercises: ['b'] } });
  });

  it('takes only the valid parts of a corrupt text', () => {
    for (const text of ['', '{', '1', 'null', '[]']) expect(parseProgress(text)).toEqual({});
    expect(parseProgress('{"a": 1, "b": { "cells": [1, "x"], "exercises": "y" }}')).toEqual({
      a: { cells: [], exercises: [] },
      b: { cells: ['x'], exercises: [] },
    });
  });

  it('joins without losing or duplicating anything', () => {
    const one = { a: { cells: ['x'], exercises: [] } };
    const other = { a: { cells: ['x', 'y'], exercises: ['z'] }, b: { cells: [], exercises: [] } };
    expect(joinProgress(one, other)).toEqual({
      a: { cells: ['x', 'y'], exercises: ['z'] },
      b: { cells: [], exercises: [] },
    });
  });

  it('has no chapter of its own where one is called like what every object has', () => {
    const chapter = { cells: ['x'], exercises: [] };
    for (const slug of ['constructor', '__proto__'])
      expect(Object.entries(joinProgress({}, parseProgress(`{"${slug}": { "cells": ["x"] }}`)))).toEqual([
        [slug, chapter],
      ]);
  });

  it('of one chapter is marked beside what the others have, and each name once', () => {
    writeProgress({ images: { cells: ['a'], exercises: ['b'] }, convolution: { cells: ['x'], exercises: [] } });
    for (const name of ['y', 'y']) markProgress('convolution', 'cells', name);
    markProgress('pooling', 'exercises', 'z');
    expect(readProgress()).toEqual({
      images: { cells: ['a'], exercises: ['b'] },
      convolution: { cells: ['x', 'y'], exercises: [] },
      pooling: { cells: [], exercises: ['z'] },
    });
  });
});
