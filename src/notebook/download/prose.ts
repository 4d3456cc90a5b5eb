/** A piece of a chapter: Markdown, or a cell. */
export type ProseBlock = { kind: 'text'; text: string } | { kind: 'cell'; name: string };

/** Markdown whose relative links are made absolute against the address of its page, so that they work elsewhere. */
export function withAbsoluteLinks(text: string, page: string): string {
  return text.replace(/(\]\()([^)\s]+)/g, (all, before: string, address: string) => {
    try {
      return before + new URL(address, page).href;
    } catch {
      return all;
    }
  });
}
