/** Catalogues, each one file a language: `locales/<language>/<namespace>.json`. */
export const NAMESPACES = [
  'common',
  'auth',
  'game',
  'log',
  'services',
  'trade',
  'explore',
  'jobs',
  'ships',
  'errors',
  'help',
  'map',
  'guide',
  'account',
  'admin',
  'operations',
  'admin_players',
  'system',
  'admin_audit',
  'admin_regions',
  'admin_security',
  'admin_users',
] as const;

export type Namespace = (typeof NAMESPACES)[number];

/** The source language: complete by definition, and what everything falls back to. */
export const SOURCE_LANGUAGE = 'en';

/** English made long and accented, to find clipped and untranslated texts. */
export const PSEUDO_LANGUAGE = 'en-XA';

/** Flat: dotted keys by feature (`warps.title`) with ICU messages. */
export type Catalogue = Readonly<Record<string, string>>;
