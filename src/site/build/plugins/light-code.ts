interface Annotation {
  color?: string;
}
interface Line {
  getAnnotations(): readonly Annotation[];
  deleteAnnotation(annotation: Annotation): void;
}
interface Node {
  children?: Node[];
  properties?: { className?: unknown; style?: unknown };
}

/**
 * A plugin of Expressive Code: words in the colours of plain text and the space before a line get no element, and all others say by a
 * class what they are, `rc-code-keyword` and so on.
 *
 * @param colours by kind, in lower case, those of the second theme
 */
export const lightCode = (colours: Readonly<Record<string, string>>, plain: readonly string[]) => ({
  name: 'light code',
  hooks: {
    postprocessAnnotations({ codeBlock }: { codeBlock: { getLines(): readonly Line[] } }): void {
      for (const line of codeBlock.getLines())
        for (const annotation of line.getAnnotations())
          if (plain.includes(annotation.color?.toLowerCase() ?? '')) line.deleteAnnotation(annotation);
    },
    postprocessRenderedBlock({ renderData }: { renderData: { blockAst: Node } }): void {
      const kinds = new Map(Object.entries(colours).map(([kind, colour]) => [colour, kind]));
      lighten(renderData.blockAst, kinds);
    },
  },
});

function lighten(node: Node, kinds: ReadonlyMap<string, string>): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    const { className, style } = child.properties ?? {};
    const kind = kinds.get(/--1:(#\w+)/.exec(String(style))?.[1]?.toLowerCase() ?? '');
    if (kind) child.properties = { className: [`rc-code-${kind}`] };
    lighten(child, kinds);
    const isIndent = Array.isArray(className) && className.includes('indent');
    return isIndent ? (child.children ?? []) : [child];
  });
}
