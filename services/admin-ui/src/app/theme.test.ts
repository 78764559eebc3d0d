import { expect, it } from 'vitest';
import { currentTheme, showTheme } from './theme.ts';

it('shows a theme and keeps it for the next visit', () => {
  const root = document.createElement('html');
  expect(currentTheme(root)).toBe('slate');
  showTheme('slate-light', root);
  expect(currentTheme(root)).toBe('slate-light');
  expect(localStorage.getItem('sw.console.theme')).toBe('slate-light');
});
