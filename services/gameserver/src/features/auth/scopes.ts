/** Everything an operator can be allowed to do (rule book, platform 3.9). */
export const SCOPES = [
  'users.read',
  'users.write',
  'players.read',
  'players.write',
  'universe.read',
  'universe.write',
  'universe.generate',
  'economy.read',
  'economy.intervene',
  'combat.read',
  'combat.intervene',
  'fleets.write',
  'ships.write',
  'drones.write',
  'factions.write',
  'teams.write',
  'events.write',
  'onboarding.write',
  'messages.moderate',
  'analytics.read',
  'ai.manage',
  'i18n.write',
  'regions.manage',
  'payments.read',
  'payments.write',
  'security.read',
  'security.act',
  'audit.read',
  'system.read',
  'system.write',
  'scopes.grant',
  'scopes.revoke',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Who holds this one can make other admins; at least one account always does. */
export const GRANT_SCOPE: Scope = 'scopes.grant';
