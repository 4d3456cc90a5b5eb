import type { NetworkOutput, WindowStep } from '../../protocol';

/** The steps of a layer's window with the maps they read and give: all of them are in the output already. */
export function windowSteps({ layers }: Pick<NetworkOutput, 'layers'>, layer: number): WindowStep[] {
  const own = layers[layer];
  const source = layers[own?.from[0] ?? -1];
  if (own?.rule.by !== 'window' || !source) return [];
  const { steps, between } = own.rule;
  return steps.map((step, at) => ({
    ...step,
    input: at === 0 ? source.maps : (between ?? source.maps),
    output: at === steps.length - 1 ? own.maps : (between ?? own.maps),
  }));
}
