interface Annotation {
  color?: string;
}
interface Line {
  getAnnotations(): readonly Annotation[];
  deleteAnnotation(annotation: Annotation): void;
}

/**
 * A plugin of Expressive Code: words in the colours of plain text get no element of their own, which leaves a fifth of a chapter's
 * elements out. Colours as CSS writes them, in small letters.
 */
export const plainTextBare = (colours: readonly string[]) => ({
  name: 'plain text bare',
  hooks: {
    postprocessAnnotations({ codeBlock }: { codeBlock: { getLines(): readonly Line[] } }): void {
      for (const line of codeBlock.getLines())
        for (const annotation of line.getAnnotations())
          if (colours.includes(annotation.color?.toLowerCase() ?? '')) line.deleteAnnotation(annotation);
    },
  },
});
