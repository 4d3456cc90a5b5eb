import { describe, expect, it } from 'vitest';
import { createKeyReader } from '../../src/notebook/actions/command-keys';

const stroke = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  timeStamp: 0,
  ...more,
});

describe('the keys of command mode', () => {
  it('are Jupyter’s', () => {
    const read = createKeyReader();
    const keys = ['j', 'ArrowDown', 'k', 'ArrowUp', 'a', 'b', 'z', 'h', 'B'];
    expect(keys.map((key) => read(stroke(key)))).toEqual([
      'next',
      'next',
      'previous',
      'previous',
      'insert-above',
      'insert-below',
      'undo-delete',
      'keyboard',
      'insert-below',
    ]);
    expect(read(stroke('Enter'))).toBe('edit');
    expect(read(stroke('Enter', { shiftKey: true }))).toBe('run-next');
    expect(read(stroke('Enter', { altKey: true }))).toBe('run-insert');
    expect(read(stroke('Enter', { ctrlKey: true }))).toBe('run');
    expect(read(stroke('Enter', { metaKey: true }))).toBe('run');
  });

  it('that come twice count only together and in time', () => {
    const read = createKeyReader();
    expect(read(stroke('d', { timeStamp: 0 }))).toBeUndefined();
    expect(read(stroke('d', { timeStamp: 500 }))).toBe('delete');
    expect(read(stroke('d', { timeStamp: 600 }))).toBeUndefined();
    expect(read(stroke('j', { timeStamp: 700 }))).toBe('next');
    expect(read(stroke('d', { timeStamp: 800 }))).toBeUndefined();
    expect(read(stroke('d', { timeStamp: 5000 }))).toBeUndefined();
    expect(read(stroke('d', { timeStamp: 5100, repeat: true }))).toBeUndefined();
    expect([stroke('i'), stroke('i')].map(read)).toEqual([undefined, 'stop']);
    expect([stroke('0'), stroke('0')].map(read)).toEqual([undefined, 'restart']);
  });

  it('are only these: none with modifiers, none in a composition, no other key', () => {
    const read = createKeyReader();
    expect(read(stroke('a', { ctrlKey: true }))).toBeUndefined();
    expect(read(stroke('z', { metaKey: true }))).toBeUndefined();
    expect(read(stroke('B', { shiftKey: true }))).toBeUndefined();
    expect(read(stroke('Enter', { isComposing: true }))).toBeUndefined();
    for (const key of ['Tab', 'Escape', ' ', 'constructor', '__proto__', 'x'])
      expect(read(stroke(key))).toBeUndefined();
  });
});
