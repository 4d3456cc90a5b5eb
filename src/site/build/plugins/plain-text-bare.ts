interface Annotation {
  color?: string;
}
interface Line {
  getAnnotations(): readonly Annotation[];
  deleteAnnotation(annotation: Annotation): void;
}

/**
 * A plugin of Expressive Code: words in the colours of plain text get no element, which saves a fifth of a chapter's elements.
 * `colours` are CSS colours in lower case.
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
