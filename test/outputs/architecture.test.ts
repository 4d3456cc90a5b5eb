// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { layoutGraph } from '../../src/outputs/architecture/architecture-layout';
import { walkGraph } from '../../src/outputs/architecture/architecture-walk';
import { showOutput } from '../../src/outputs';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { prettyHtml } from './pretty-html';
import { architecture } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

describe('the layout of a graph', () => {
  test('puts each layer below those it reads, side by side in the model’s order, without overlaps', async () => {
    const { nodes, groups, width, height } = await layoutGraph(architecture);
    for (const { from, to } of architecture.edges) expect(nodes[from]?.y).toBeLessThan(nodes[to]?.y ?? 0);
    const [, a, b] = nodes;
    expect(a?.y).toBe(b?.y);
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(((a?.width ?? 0) + (b?.width ?? 0)) / 2);
    for (const { x, y, width: own } of nodes) {
      expect(x - own / 2).toBeGreaterThanOrEqual(0);
      expect(x + own / 2).toBeLessThanOrEqual(width);
      expect(y).toBeLessThan(height);
    }
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ name: 'inner' });
  });

  test('can be navigated along the edges', async () => {
    const { nodes } = await layoutGraph(architecture);
    const go = (from: number, ...keys: string[]): number | undefined =>
      keys.reduce<number | undefined>((at, key) => walkGraph(key, at ?? NaN, architecture, nodes), from);
    expect(go(3, 'ArrowDown')).toBe(4);
    expect([1, 2]).toContain(go(0, 'ArrowDown'));
    expect([go(1, 'ArrowRight'), go(2, 'ArrowLeft')]).toEqual([2, 1]);
    expect([go(0, 'ArrowUp'), go(4, 'ArrowDown'), go(1, 'ArrowLeft')]).toEqual([0, 4, 1]);
    expect([go(2, 'Home'), go(2, 'End'), go(2, 'x')]).toEqual([0, 4, undefined]);
  });
});

describe('an architecture', () => {
  async function shown(): Promise<HTMLElement> {
    const { element } = showOutput(architecture);
    document.body.append(element);
    await vi.waitFor(() => expect(element.querySelector('svg.rc-graph')).not.toBeNull());
    return element;
  }

  test('looks the same as its snapshot', async () => {
    const element = await shown();
    await expect(prettyHtml(element) + '\n').toMatchFileSnapshot('snapshots/architecture-drawn.html.snap');
  });

  test('says everything about the current layer, and highlights it with its edges', async () => {
    const element = await shown();
    const box = element.querySelector<HTMLElement>('[role="application"]');
    box?.focus();
    const press = (key: string): boolean | undefined => box?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    press('End');
    press('ArrowUp');
    expect(element.querySelector('output')?.textContent).toBe(
      'sum (Add) · output 8 × 8 × 4 · reads a, b, in · goes to own',
    );
    expect(element.querySelectorAll('.rc-graph-edge[data-lit]')).toHaveLength(4);
    press('ArrowDown');
    expect(element.querySelector('output')?.textContent).toMatch(/own \(Mine\).*5 parameters.*multiply-adds not known/);
  });
});
