import { expect, test } from 'vitest';
import { withoutTheme } from '../../src/site/build/plugins/system-theme';

test('a built page names no theme, so that it follows the system until a script sets one', () => {
  expect(withoutTheme('<!doctype html><html lang="en" data-theme="dark" data-has-toc><body data-theme="dark">')).toBe(
    '<!doctype html><html lang="en" data-has-toc><body data-theme="dark">',
  );
});

test('a page without a theme stays as it is', () => {
  expect(withoutTheme('<!doctype html><html lang="en"><body>')).toBe('<!doctype html><html lang="en"><body>');
});
