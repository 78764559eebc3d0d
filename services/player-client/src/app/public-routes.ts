/** The pages that must work before anything of the game is loaded. */
export const PUBLIC_PATHS = ['/', '/login', '/register', '/forgot', '/reset', '/verify-email'] as const;

export type PublicPath = (typeof PUBLIC_PATHS)[number];

/** The public page of a path, null when the path belongs to the game. */
export function publicPathOf(pathname: string): PublicPath | null {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
  return PUBLIC_PATHS.find((known) => known === path) ?? null;
}

const DEFAULT_RETURN = '/game';

/**
 * Where to go after signing in: the `return` parameter if it is a path of the game on this origin,
 * else the cockpit. Anything with a host, a scheme or a control character is refused.
 */
export function returnPathOf(search: string): string {
  const wanted = new URLSearchParams(search).get('return');
  if (wanted === null || !/^\/(game|help|welcome)(?:[/?#][\x21-\x7e]*)?$/.test(wanted)) return DEFAULT_RETURN;
  return wanted;
}

/** The sign-in page that comes back to `path`. */
export function loginPathFor(path: string): string {
  return path === DEFAULT_RETURN ? '/login' : `/login?return=${encodeURIComponent(path)}`;
}
