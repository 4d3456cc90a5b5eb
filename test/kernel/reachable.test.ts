import { expect, it } from 'vitest';
import { reachable } from '../../src/kernel/reachable';

it('looks at 10,000 elements of a list and no more', () => {
  let reads = 0;
  const losses = new Proxy(new Array<number>(2_000_000).fill(0.5), {
    get(list, key, receiver): unknown {
      reads += 1;
      return Reflect.get(list, key, receiver);
    },
  });
  reachable([losses]);
  expect(reads).toBeGreaterThan(9_999);
  expect(reads).toBeLessThan(10_100);
});

it('runs no getter', () => {
  const names = {
    get expensive(): never {
      throw new Error('was run');
    },
  };
  expect(reachable([names]).tensors.size).toBe(0);
});
