import type { Deps } from '../deps.ts';
import type { AccessTokens } from './access-token.ts';
import type { AddressBlocks } from './address-blocks.ts';
import type { SessionGate } from './authenticate.ts';
import type { Bind } from './bind-endpoint.ts';

/** What the routes of a feature get to bind their endpoints with. */
export interface Registrar {
  readonly bind: Bind;
  readonly deps: Deps;
  readonly tokens: AccessTokens;
  readonly gate: SessionGate;
  readonly blocks: AddressBlocks;
}

/** The one function a feature's routes file exports. */
export type RegisterRoutes = (registrar: Registrar) => void;
