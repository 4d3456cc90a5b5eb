/** The text with its links as a reader elsewhere needs them. */
export function withAbsoluteLinks(text: string, page: string): string {
  return text.replace(/(\]\()([^)\s]+)/g, (all, before: string, address: string) => {
    try {
      return before + new URL(address, page).href;
    } catch {
      return all;
    }
  });
}
