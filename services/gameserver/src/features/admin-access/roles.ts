import type { Scope } from '../auth/index.ts';
import { SCOPES } from '../auth/index.ts';

const READS = SCOPES.filter((scope) => scope.endsWith('.read'));

/** Fixed bundles of scopes (rule book, platform 3.9); giving a role gives its scopes, one row each. */
export const ROLES: Readonly<Record<string, readonly Scope[]>> = {
  support: ['users.read', 'users.write', 'players.read', 'payments.read', 'analytics.read'],
  moderator: [
    'users.read',
    'users.write',
    'players.read',
    'teams.write',
    'messages.moderate',
    'security.read',
    'security.act',
    'analytics.read',
  ],
  gamemaster: [
    'players.read',
    'players.write',
    'universe.read',
    'universe.write',
    'combat.read',
    'combat.intervene',
    'fleets.write',
    'ships.write',
    'drones.write',
    'factions.write',
    'teams.write',
    'events.write',
    'ai.manage',
    'analytics.read',
  ],
  builder: [
    'players.read',
    'universe.read',
    'universe.write',
    'factions.write',
    'onboarding.write',
    'i18n.write',
    'analytics.read',
  ],
  builder_lead: [
    'players.read',
    'universe.read',
    'universe.write',
    'universe.generate',
    'factions.write',
    'onboarding.write',
    'i18n.write',
    'analytics.read',
  ],
  economist: ['players.read', 'economy.read', 'economy.intervene', 'analytics.read'],
  auditor: [...READS, 'security.act'],
  superadmin: SCOPES,
};
