import { randomUUID } from 'node:crypto';
import type { ParamsOf, QueryOf, WireBodyOf, WireReplyOf } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { FastifyInstance } from 'fastify';

type Endpoints = typeof PLAYER_ENDPOINTS;
export type EndpointName = keyof Endpoints;
/** The body of a successful answer as it travels: credits are numbers, moments are text. */
export type Wire<N extends EndpointName> = WireReplyOf<Endpoints[N]>;

export interface Answer<T> {
  readonly status: number;
  /** Code of the refusal; undefined when there was none. */
  readonly code: string | undefined;
  /** What was answered: of the shape of the contract only when nothing was refused. */
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The parts an endpoint has, and the headers of one request. */
export type Call<N extends EndpointName> = {
  readonly params?: ParamsOf<Endpoints[N]>;
  readonly query?: Partial<QueryOf<Endpoints[N]>>;
  readonly body?: WireBodyOf<Endpoints[N]>;
} & RawCall;

export interface RawCall {
  readonly body?: unknown;
  /** Idempotency key; a fresh one for every write unless given, none when null. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody who plays over HTTP with a token of his own. */
export class TestPlayer {
  readonly #app: FastifyInstance;
  readonly token: string;
  readonly userId: string;

  constructor(app: FastifyInstance, token: string, userId: string) {
    this.#app = app;
    this.token = token;
    this.userId = userId;
  }

  /** The same person at another server of the fleet. */
  at(server: { readonly app: FastifyInstance }): TestPlayer {
    return new TestPlayer(server.app, this.token, this.userId);
  }

  /** Calls an endpoint by its name in the contracts. */
  call<N extends EndpointName>(name: N, call: Call<N> = {}): Promise<Answer<Wire<N>>> {
    const { method, path } = PLAYER_ENDPOINTS[name];
    const params = (call.params ?? {}) as Readonly<Record<string, unknown>>;
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(call.query ?? {})) query.set(key, String(value));
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(params[key]));
    const url = query.size === 0 ? filled : `${filled}?${query}`;
    return this.send(method, url, method === 'GET' ? call : { body: {}, ...call }) as Promise<
      Answer<Wire<N>>
    >;
  }

  /** The same where a refusal would be a defect of the test. */
  async ok<N extends EndpointName>(name: N, call: Call<N> = {}): Promise<Wire<N>> {
    const { status, code, body } = await this.call(name, call);
    if (status >= 300)
      throw new Error(`${name} was answered with ${status} ${code}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Any request, well-formed or not. */
  async send(method: Method, path: string, call: RawCall = {}): Promise<Answer<unknown>> {
    const key = call.key === undefined ? randomUUID() : call.key;
    const response = await this.#app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(method !== 'GET' && key !== null ? { 'idempotency-key': key } : {}),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { payload: call.body as object }),
    });
    const isJson = String(response.headers['content-type']).includes('json') && response.body !== '';
    const body = isJson ? (response.json() as { code?: string }) : response.body;
    return {
      status: response.statusCode,
      code: response.statusCode >= 400 && typeof body === 'object' ? body.code : undefined,
      body,
      headers: response.headers,
    };
  }

  state(): Promise<Wire<'getPlayerState'>> {
    return this.ok('getPlayerState');
  }

  async playerId(): Promise<string> {
    return (await this.state()).player.id;
  }

  /** Leaves the station the ship is docked at. */
  async undock(): Promise<void> {
    const { location } = await this.state();
    await this.ok('undock', { params: { id: location?.stationId ?? '' } });
  }
}
