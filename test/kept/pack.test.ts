import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack, type KeptOutput } from '../../src/kept';
import { pack } from '../../src/kept/build';
import { arrayForms } from '../../src/kept/array-forms';
import { writeArray } from '../../src/kept/build/write-array';
import { samples } from '../outputs/samples';

const unpacked = (file: Uint8Array, locale: string): KeptOutput[] =>
  unpack(new Uint8Array(gunzipSync(file)).buffer, locale);

describe('a file of kept outputs', () => {
  it.each(Object.entries(samples))('gives back every bit of a sample: %s', (_, output) => {
    const kept = [{ slot: '1', output }];
    expect(unpacked(pack({ en: kept }), 'en')).toEqual(kept);
  });

  it('holds the arrays of two languages once', () => {
    const values = Float32Array.from({ length: 5000 }, (_, at) => Math.fround(Math.sin(at)));
    const kept = (title: string): KeptOutput[] => [
      { slot: '1', output: { kind: 'file', name: title, bytes: new Uint8Array(values.buffer) } },
    ];
    const [one, both] = [pack({ en: kept('one') }), pack({ en: kept('one'), 'zh-cn': kept('一') })];
    expect(both.length - one.length).toBeLessThan(200);
    expect(unpacked(both, 'zh-cn')).toEqual(kept('一'));
  });

  it('is the same twice', () => {
    const kept = Object.values(samples).map((output, at) => ({ slot: String(at), output }));
    expect(pack({ en: kept })).toEqual(pack({ en: kept }));
  });

  it('says which language it lacks', () => {
    expect(() => unpacked(pack({ en: [] }), 'zh-cn')).toThrow('no outputs in "zh-cn"');
  });
});

describe('an array', () => {
  const noise = Float32Array.from({ length: 300 }, (_, at) => Math.fround(Math.sin(at) * 3));
  it.each<[string, ArrayBufferView]>([
    ['share', Float32Array.from({ length: 256 }, (_, at) => at / 255)],
    ['int8', Float32Array.of(-128, 0, 127)],
    ['int16', Float32Array.of(-32768, 1, 32767)],
    ['Int32Array', Int32Array.of(2 ** 31 - 1, -1)],
    ['Uint8Array', Uint8Array.of(0, 255)],
    ['Uint8ClampedArray', Uint8ClampedArray.of(1, 2)],
  ])('is written as %s and read the same', (form, array) => {
    const [chosen, bytes] = writeArray(array);
    expect(chosen).toBe(form);
    expect(arrayForms[chosen].read(bytes.slice())).toEqual(array);
  });

  it.each([
    ['noise', noise],
    ['numbers that are none', Float32Array.of(NaN, Infinity, -Infinity)],
    ['minus zero', Float32Array.of(-0, 0, 1)],
    ['more than 16 bits', Float32Array.of(40000, -40000)],
    ['nothing', new Float32Array()],
  ])('keeps every bit: %s', (_, array) => {
    const [form, bytes] = writeArray(array);
    const read = arrayForms[form].read(bytes.slice());
    expect(new Uint8Array(read.buffer)).toEqual(new Uint8Array(array.buffer));
  });
});
