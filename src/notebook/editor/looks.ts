import { followTheme } from './theme';
import { useTokens } from './tokens';

/** Sets up colours and tokens; call it before the first text is shown. */
export function prepareLooks(): void {
  useTokens();
  followTheme();
}
