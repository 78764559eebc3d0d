import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/**
 * Who may call: nobody signed in, a user, a player (first login done), the holder of a refresh cookie, an admin,
 * another service of the installation.
 */
export type AuthLevel = 'public' | 'user' | 'player' | 'cookie' | 'admin' | 'service';

/** What kind of service may call an internal endpoint; a region signs as `region:<name>`. */
export type ServiceKind = 'nexus' | 'region-manager' | 'region';

/**
 * Which servers have an endpoint (rule book, platform 15): only those with hub functions, every server that
 * keeps a world (also below `/regions/{regionName}`), or every server whatever it keeps.
 */
export type EndpointHome = 'hub' | 'world' | 'everywhere';

/** Rate class of an authenticated call (rule book, platform 4). Classes per address follow from path and token. */
export type RateClass = 'read' | 'move' | 'trade' | 'action' | 'heavy' | 'admin';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint, declared once: the server binds a handler to it, the client function is derived
 * from it, the OpenAPI document is generated from it.
 *
 * `path` is relative to `/api/v1`, with `{name}` for parameters. A schema that is absent means
 * that the endpoint has no such part. `errors` lists the codes beyond those every endpoint shares.
 */
export interface EndpointDeclaration {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly auth: AuthLevel;
  readonly scope?: string;
  /** Of level `service`: the kinds of services that may call; each of them unless given. */
  readonly callers?: readonly ServiceKind[];
  /** Where it is mounted, when that does not follow from its group: see `homeOf`. */
  readonly home?: EndpointHome;
  readonly rateClass: RateClass;
  /** `required`: moves turns, credits or goods; `accepted`: any other POST; `none`: GET and sign-in. */
  readonly idempotency: 'required' | 'accepted' | 'none';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  readonly errors: readonly ErrorCode[];
  /** Only within 15 minutes after the caller proved anew who he is, else `step_up_required` (rule book, platform 3.7). */
  readonly stepUp?: true;
  /** The answer carries an ETag and honours If-None-Match. */
  readonly etag?: boolean;
  /** Players whose first login is open may still call it although it is a game endpoint. */
  readonly tag: string;
}

/** Keeps the literal types of a declaration. */
export const endpoint = <const T extends EndpointDeclaration>(declaration: T): T => declaration;

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;

/** Decoded values as code uses them (credits are bigint). */
export type ParamsOf<E extends EndpointDeclaration> = Output<E['params']>;
export type QueryOf<E extends EndpointDeclaration> = Output<E['query']>;
export type BodyOf<E extends EndpointDeclaration> = Output<E['body']>;
export type ReplyOf<E extends EndpointDeclaration> = Output<E['reply']>;
/** Wire values as JSON carries them (credits are numbers). */
export type WireBodyOf<E extends EndpointDeclaration> = Input<E['body']>;
export type WireReplyOf<E extends EndpointDeclaration> = Input<E['reply']>;
