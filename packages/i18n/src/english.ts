import type { Catalogue, Namespace } from './namespaces.ts';

/** English ships with the build, a chunk for each namespace, so a screen loads only its own. */
const loaders: Readonly<Record<Namespace, () => Promise<{ readonly default: Catalogue }>>> = {
  common: () => import('../locales/en/common.json', { with: { type: 'json' } }),
  auth: () => import('../locales/en/auth.json', { with: { type: 'json' } }),
  game: () => import('../locales/en/game.json', { with: { type: 'json' } }),
  ships: () => import('../locales/en/ships.json', { with: { type: 'json' } }),
  log: () => import('../locales/en/log.json', { with: { type: 'json' } }),
  services: () => import('../locales/en/services.json', { with: { type: 'json' } }),
  trade: () => import('../locales/en/trade.json', { with: { type: 'json' } }),
  jobs: () => import('../locales/en/jobs.json', { with: { type: 'json' } }),
  explore: () => import('../locales/en/explore.json', { with: { type: 'json' } }),
  errors: () => import('../locales/en/errors.json', { with: { type: 'json' } }),
  guide: () => import('../locales/en/guide.json', { with: { type: 'json' } }),
  help: () => import('../locales/en/help.json', { with: { type: 'json' } }),
  map: () => import('../locales/en/map.json', { with: { type: 'json' } }),
  account: () => import('../locales/en/account.json', { with: { type: 'json' } }),
  system: () => import('../locales/en/system.json', { with: { type: 'json' } }),
  admin_players: () => import('../locales/en/admin_players.json', { with: { type: 'json' } }),
  operations: () => import('../locales/en/operations.json', { with: { type: 'json' } }),
  admin: () => import('../locales/en/admin.json', { with: { type: 'json' } }),
  admin_regions: () => import('../locales/en/admin_regions.json', { with: { type: 'json' } }),
  admin_audit: () => import('../locales/en/admin_audit.json', { with: { type: 'json' } }),
  admin_security: () => import('../locales/en/admin_security.json', { with: { type: 'json' } }),
  admin_users: () => import('../locales/en/admin_users.json', { with: { type: 'json' } }),
};

/** The English texts of one namespace. */
export async function loadEnglish(namespace: Namespace): Promise<Catalogue> {
  return (await loaders[namespace]()).default;
}
