/**
 * The descendants of `element` that the build marked with `data-part`, by their names.
 *
 * @throws where the markup lacks one
 */
export function partsOf<const Name extends string>(
  element: HTMLElement,
  names: readonly Name[],
): Record<Name, HTMLElement> {
  const parts = names.map((name) => {
    const part = element.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`notebook: the markup of ${element.id || element.localName} has no part ${name}`);
    return [name, part] as const;
  });
  return Object.fromEntries(parts) as Record<Name, HTMLElement>;
}
