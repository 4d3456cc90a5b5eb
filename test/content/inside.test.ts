import { beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../src/protocol';
import { outputsOf, startNodeKernel, type Ran } from '../kernel/node-kernel';
import { chapters } from './chapters';

/** What the chapter computes by hand is what its verbs draw. */
const notRun: Ran = { outcome: 'failed', outputs: [], slots: [], tensors: 0 };

describe('chapter 09-inside by hand', () => {
  const ran = new Map<string, Ran>();
  const outputs = (cell: string): Output[] => ran.get(cell)?.outputs ?? [];
  beforeAll(async () => {
    const node = await startNodeKernel();
    const cells = chapters.find(({ name }) => name === '09-inside')?.cells ?? [];
    for (const name of [
      'clothes',
      'build',
      'network',
      'image',
      'part',
      'silence',
      'logits',
      'slope',
      'saturated',
      'smooth',
      'cam',
      'cover-by-hand',
      'cover',
      'field-formula',
    ]) {
      const source = cells.find((cell) => cell.name === name)?.source ?? '';
      ran.set(name, await node.run(name, source));
    }
  }, 120_000);

  const heat = (cell: string): number[] => {
    const [overlay] = outputs(cell).filter((output) => output.kind === 'overlay');
    return [...(overlay?.heats[0]?.values ?? [])];
  };
  const farthest = (one: number[], other: number[]): number => {
    expect(one.length).toBe(other.length);
    return Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? NaN))));
  };

  it('has the heat of gradCam()', () => {
    const [table] = outputs('cam').filter((output) => output.kind === 'heat-map');
    const byHand = [...(table?.values ?? [])];
    expect(byHand).toHaveLength(49);
    expect(Math.max(...byHand)).toBeGreaterThan(0);
    // The cell shows two decimals.
    expect(farthest(byHand, heat('cam'))).toBeLessThan(0.00501);
  });

  it('has the slopes of saliency()', () => {
    const [picture] = outputs('slope').filter((output) => output.kind === 'images');
    const byHand = [...(picture?.images[0]?.values ?? [])].map(Math.abs);
    expect(byHand).toHaveLength(784);
    expect(farthest(byHand, heat('slope'))).toBeLessThan(1e-5);
  });

  it('has the mean slopes of saliency() over noisy copies', () => {
    const [picture] = outputs('smooth').filter((output) => output.kind === 'images');
    const byHand = [...(picture?.images[0]?.values ?? [])].map(Math.abs);
    expect(byHand).toHaveLength(784);
    expect(farthest(byHand, heat('smooth'))).toBeLessThan(1e-5);
  });

  it('has the drops of occlusion() in black', () => {
    const [picture] = outputs('cover-by-hand').filter((output) => output.kind === 'images');
    const [, black] = outputs('cover').filter((output) => output.kind === 'overlay');
    expect(farthest([...(picture?.images[0]?.values ?? [])], [...(black?.heats[0]?.values ?? [])])).toBeLessThan(1e-5);
  });

  it('has the slope of the probability by its formula', () => {
    const [, difference] = outputsOf(ran.get('saturated') ?? notRun, 'tree');
    expect(Number(difference?.root.text)).toBeLessThan(1e-5);
  });

  it('has the fields and steps of receptiveField()', () => {
    const [byHand, byVerb] = outputsOf(ran.get('field-formula') ?? notRun, 'table');
    const wanted = byVerb?.rows.slice(0, 5).map(([name, , , r, j]) => [name, r, j]);
    expect(byHand?.rows).toEqual(wanted);
  });
});
