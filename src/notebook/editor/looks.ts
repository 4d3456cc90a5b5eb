import { followTheme } from './theme';
import { useTokens } from './tokens';

/** Colours and tokens, before the first text is shown. */
export function prepareLooks(): void {
  useTokens();
  followTheme();
}
