import type { getSettings, ReplyOf } from '@sw/contracts';

export type PlayerSettings = ReplyOf<typeof getSettings>['settings'];

const KEY = 'sw.settings';

/** The settings of the last visit: what the page looks like before the server has answered. */
export function readDisplayMirror(): Partial<PlayerSettings> {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof saved === 'object' && saved !== null ? saved : {};
  } catch {
    return {};
  }
}

/** Shows settings on the document and keeps them for the next first paint (`public/boot.js` reads them). */
export function applyDisplay(settings: PlayerSettings, root: HTMLElement = document.documentElement): void {
  root.dataset['theme'] = settings.theme;
  root.dataset['density'] = settings.density;
  root.style.setProperty('--text-scale', String(settings.textScale / 100));
  root.lang = settings.language;
  if (settings.motion === 'system') delete root.dataset['motion'];
  else root.dataset['motion'] = settings.motion;
  if (settings.keyHints) delete root.dataset['hints'];
  else root.dataset['hints'] = 'off';
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is closed to us: the next visit begins with the defaults.
  }
}
