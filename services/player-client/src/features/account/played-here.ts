const KEY = 'sw.played';

/** Whether somebody signed in from this browser: only decides which button the landing page fills. */
export function hasPlayedHere(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

/** Remembers or forgets that somebody signed in from this browser. */
export function rememberPlayedHere(played: boolean): void {
  try {
    if (played) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed to us: the landing page greets everybody as new.
  }
}
