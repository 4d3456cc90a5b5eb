export type Theme = 'light' | 'dark';

/** Starlight's own key, so that its pages and ours agree. */
const key = 'starlight-theme';

/** The reader's choice, if they made one. */
export function storedTheme(): Theme | undefined {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the choice; one that equals the system's is forgotten, so that the page follows the system again. */
export function storeTheme(theme: Theme): void {
  try {
    if (theme === systemTheme()) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice lasts until the next page.
  }
}

export function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
