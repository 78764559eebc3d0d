import type { Deps } from '../../deps.ts';
import type { AccessTokens } from '../../http/access-token.ts';
import type { SessionGate } from '../../http/authenticate.ts';
import type { PasswordHasher } from './password-hasher.ts';

export type Audience = 'player' | 'admin';

/** What the services of this feature work with; made once per application. */
export interface AuthParts {
  readonly deps: Deps;
  readonly tokens: AccessTokens;
  readonly gate: SessionGate;
  readonly hasher: PasswordHasher;
}

/** Where a request came from, for sessions and the audit log. */
export interface RequestTrace {
  readonly nowMs: number;
  readonly ip: string;
  readonly requestId: string;
  readonly userAgent: string;
}
