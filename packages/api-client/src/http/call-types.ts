import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';

interface Codec {
  readonly _zod: { readonly input: unknown; readonly output: unknown };
}

type OptionalKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];

/** Decoded values; what a schema lets a caller leave out (it has a default) is optional. */
type Draft<Wire, Value> = Wire extends undefined
  ? never
  : Value extends readonly unknown[] | bigint | string | number | boolean
    ? Value
    : Omit<Value, OptionalKeys<Wire> & keyof Value> & {
        [K in OptionalKeys<Wire> & keyof Value]?: Value[K] | undefined;
      };

type DraftOf<S> = S extends Codec ? Draft<S['_zod']['input'], S['_zod']['output']> : never;

/** `key` is absent without a schema, optional when an empty object would do, else required. */
type Part<Key extends string, S> = S extends Codec
  ? Record<never, never> extends DraftOf<S>
    ? { readonly [K in Key]?: DraftOf<S> }
    : { readonly [K in Key]: DraftOf<S> }
  : unknown;

export interface CallOptions {
  /** UUID of this intent. Make it when the person confirms and pass it again to repeat that intent. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Version the change is based on: a rev, or an ETag as the server sent it. */
  readonly ifMatch?: number | string;
}

export type CallArgs<E extends EndpointDeclaration> = CallOptions &
  Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

/** One function of the client, derived from its endpoint declaration. */
export type ApiFunction<E extends EndpointDeclaration> =
  Record<never, never> extends CallArgs<E>
    ? (args?: CallArgs<E>) => Promise<ReplyOf<E>>
    : (args: CallArgs<E>) => Promise<ReplyOf<E>>;

export type Api<T extends Record<string, EndpointDeclaration>> = {
  readonly [Name in keyof T]: ApiFunction<T[Name]>;
};

/** The same arguments without the types, as the implementation sees them. */
export interface LooseArgs extends CallOptions {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}
