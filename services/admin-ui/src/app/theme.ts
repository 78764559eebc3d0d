export type ConsoleTheme = 'slate' | 'slate-light';

/** Read by `public/boot.js` before the first paint. */
const KEY = 'sw.console.theme';

/** The theme the page shows now. */
export const currentTheme = (root: HTMLElement = document.documentElement): ConsoleTheme =>
  root.dataset['theme'] === 'slate-light' ? 'slate-light' : 'slate';

/** Shows a theme and keeps it for the next visit. */
export function showTheme(theme: ConsoleTheme, root: HTMLElement = document.documentElement): void {
  root.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is closed to us: the theme lasts as long as the page.
  }
}
