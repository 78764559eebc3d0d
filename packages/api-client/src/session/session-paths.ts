import type { EndpointDeclaration } from '@sw/contracts';
import { logout, refresh } from '@sw/contracts';

/** Where a kind of session refreshes and ends. The two kinds have cookies of their own. */
export interface SessionEndpoints {
  readonly refresh: EndpointDeclaration;
  readonly logout: EndpointDeclaration;
}

/** The player's; the console passes those of `ADMIN_ENDPOINTS` instead. */
export const PLAYER_SESSION: SessionEndpoints = { refresh, logout };
