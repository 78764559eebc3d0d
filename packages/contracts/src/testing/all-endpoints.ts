import { ACCOUNT_ENDPOINTS } from '../account.ts';
import { ADMIN_ENDPOINTS } from '../admin.ts';
import type { EndpointDeclaration } from '../endpoint.ts';
import { INTERNAL_ENDPOINTS } from '../internal.ts';
import { PLAYER_ENDPOINTS } from '../player-endpoints.ts';

/** Every declared endpoint once: the ones both consoles share stand in both registries. */
export const ALL_ENDPOINTS: readonly EndpointDeclaration[] = [
  ...new Set<EndpointDeclaration>([
    ...Object.values(PLAYER_ENDPOINTS),
    ...Object.values(ACCOUNT_ENDPOINTS),
    ...Object.values(ADMIN_ENDPOINTS),
    ...Object.values<EndpointDeclaration>(INTERNAL_ENDPOINTS),
  ]),
];
