import { describe, expect, it } from 'vitest';
import { joinProgress, parseProgress } from '../../src/site/page/progress';

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
});
