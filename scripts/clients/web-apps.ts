/** The two web clients: the only parts that are built. */
export const WEB_APPS = [
  { key: 'player', name: 'player client', folder: 'services/player-client', devPort: 3000 },
  { key: 'admin', name: 'admin console', folder: 'services/admin-ui', devPort: 3001 },
] as const;

export type WebApp = (typeof WEB_APPS)[number];

/** What both are made of besides their own folder; a change of any of it makes a build stale. */
export const SHARED_SOURCES = [
  'packages/ui',
  'packages/i18n',
  'packages/contracts/src',
  'packages/api-client/src',
  'packages/rules/src',
  'package-lock.json',
];
