import type { EndpointDeclaration, EndpointHome } from './endpoint.ts';

/** Groups that belong to accounts and the galaxy as a whole. */
const HUB_GROUPS: ReadonlySet<string> = new Set([
  'auth',
  'users',
  'first-login',
  'bank',
  'journeys',
  'nexus',
]);
/** Groups that say something about the server itself. */
const GROUPS_OF_EVERY_SERVER: ReadonlySet<string> = new Set(['status']);
/** Scopes over a world: an operator may hold them for one region (rule book, platform 3.2). */
const WORLD_SCOPE = /^(?:universe|economy|combat|players)\.|^(?:ships|drones|fleets|factions|events)\.write$/;

/** Whether a scope is one over a world, which a token for a single region may carry. */
export const isWorldScope = (scope: string): boolean => WORLD_SCOPE.test(scope);

/**
 * Which servers mount an endpoint (rule book, platform 15). Groups of accounts belong to the hub, the console
 * by its scopes, everything else to a world.
 */
export const homeOf = (endpoint: EndpointDeclaration): EndpointHome => {
  if (endpoint.home !== undefined) return endpoint.home;
  if (GROUPS_OF_EVERY_SERVER.has(endpoint.tag)) return 'everywhere';
  if (endpoint.auth === 'admin') return isWorldScope(endpoint.scope ?? '') ? 'everywhere' : 'hub';
  if (endpoint.auth === 'service' || HUB_GROUPS.has(endpoint.tag)) return 'hub';
  return 'world';
};
