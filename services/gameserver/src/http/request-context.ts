import type { BodyOf, EndpointDeclaration, ParamsOf, QueryOf } from '@sw/contracts';
import type { AdminCaller, Caller, PlayerCaller, ServiceCaller, UserCaller } from './caller.ts';

/** The key of a command that may be repeated, with what it must belong to. */
export interface IdempotencyClaim {
  readonly userId: string;
  readonly key: string;
  readonly route: string;
  readonly bodySha256: Buffer;
}

type CallerOf<E extends EndpointDeclaration> = E['auth'] extends 'player'
  ? PlayerCaller
  : E['auth'] extends 'user'
    ? UserCaller
    : E['auth'] extends 'admin'
      ? AdminCaller
      : E['auth'] extends 'service'
        ? ServiceCaller
        : Caller;

/** A request after every check of the edge: what a handler works with. */
export interface RequestContext<E extends EndpointDeclaration = EndpointDeclaration> {
  readonly endpoint: E;
  readonly caller: CallerOf<E>;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly ip: string;
  readonly requestId: string;
  readonly userAgent: string;
  /** Moment of the command, read once. */
  readonly nowMs: number;
  readonly idempotency: IdempotencyClaim | null;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Encodings the client accepts, as sent. */
  readonly acceptEncoding: string;
  readonly isHttps: boolean;
  cookie(name: string): string | undefined;
  header(name: string): string | undefined;
  setCookie(name: string, value: string, options: CookieOptions): void;
  setHeader(name: string, value: string): void;
}

export interface CookieOptions {
  readonly path: string;
  /** Seconds; 0 removes the cookie. */
  readonly maxAge: number;
  readonly secure: boolean;
}
