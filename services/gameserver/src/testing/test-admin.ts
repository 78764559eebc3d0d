import { randomUUID } from 'node:crypto';
import type { ParamsOf, QueryOf, WireBodyOf, WireReplyOf } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { GameApp } from '../app.ts';
import { createAccessTokens } from '../http/access-token.ts';
import type { Answer, RawCall } from './test-player.ts';
import { TestPlayer } from './test-player.ts';
import { TestSocket } from './test-socket.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;
type Name = keyof Endpoints;

const SESSION_MS = 12 * 3_600_000;

/** An operator with a session of his own, made without the slow ways of signing in. */
export class TestAdmin extends TestPlayer {
  readonly #game: Pick<GameApp, 'deps'>;

  constructor(game: GameApp, token: string, userId: string) {
    super(game.app, token, userId);
    this.#game = game;
  }

  /** Calls an endpoint of the console by its name in the contracts. */
  admin<N extends Name>(
    name: N,
    call: RawCall & {
      readonly params?: ParamsOf<Endpoints[N]>;
      readonly query?: Partial<QueryOf<Endpoints[N]>>;
      readonly body?: WireBodyOf<Endpoints[N]>;
    } = {},
  ): Promise<Answer<WireReplyOf<Endpoints[N]>>> {
    const { method, path } = ADMIN_ENDPOINTS[name];
    const params = (call.params ?? {}) as Readonly<Record<string, unknown>>;
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(call.query ?? {})) query.set(key, String(value));
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(params[key]));
    const url = query.size === 0 ? filled : `${filled}?${query}`;
    return this.send(method, url, method === 'GET' ? call : { body: {}, ...call }) as never;
  }

  /** The same where a refusal would be a defect of the test. */
  async done<N extends Name>(
    name: N,
    call: Parameters<typeof this.admin<N>>[1] = {},
  ): Promise<WireReplyOf<Endpoints[N]>> {
    const { status, code, body } = await this.admin(name, call);
    if (status >= 300)
      throw new Error(`${name} was answered with ${status} ${code}: ${JSON.stringify(body)}`);
    return body as WireReplyOf<Endpoints[N]>;
  }

  /** A welcomed socket at the door of operators. */
  async connect(baseUrl: string): Promise<TestSocket> {
    const { ticket } = (await this.send('POST', '/auth/ws-ticket', { body: {} })).body as { ticket: string };
    const socket = new TestSocket(baseUrl, { path: '/api/v1/ws/admin' });
    await socket.opened();
    socket.sendRaw(JSON.stringify({ v: 1, type: 'auth', ref: 'auth', data: { ticket } }));
    await socket.frame('session.welcome');
    return socket;
  }

  /** Replaces what the operator may do, without telling anybody. */
  async setScopes(scopes: readonly string[]): Promise<void> {
    const { db } = this.#game.deps;
    await db.write((sql) => [
      sql`UPDATE admin_grants SET revoked_at = now() WHERE user_id = ${this.userId} AND revoked_at IS NULL`,
      sql`INSERT INTO admin_grants (id, user_id, scope, granted_at)
          SELECT gen_random_uuid(), ${this.userId}, scope, now() FROM unnest(${[...scopes]}::text[]) AS scope`,
    ]);
  }
}

/** Makes an operator who may do what `scopes` says and has proved himself just now, unless told otherwise. */
export const createTestAdmin = async (
  game: GameApp,
  scopes: readonly string[],
  { isProved = true }: { readonly isProved?: boolean } = {},
): Promise<TestAdmin> => {
  const { db, keys, newId, clock } = game.deps;
  const [userId, sessionId] = [newId(), newId()];
  const now = new Date(clock());
  const name = `op-${randomUUID().slice(0, 8)}`;
  await db.write((sql) => [
    sql`INSERT INTO users (id, username, is_admin, created_at) VALUES (${userId}, ${name}, true, ${now})`,
    sql`INSERT INTO names (folded, user_id) VALUES (${name}, ${userId})`,
    sql`INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent)
        VALUES (${sessionId}, ${userId}, 'admin', ${now}, ${now}, ${new Date(clock() + SESSION_MS)}, '203.0.113.9', 'test')`,
  ]);
  const token = await createAccessTokens(keys, SESSION_MS / 1000).mint(
    {
      audience: 'admin',
      userId,
      playerId: undefined,
      sessionId,
      tokenVersion: 1,
      amr: ['pwd'],
      // However far the test moves its clock.
      mfaAtMs: isProved ? clock() + SESSION_MS : null,
    },
    newId(),
    clock(),
  );
  const admin = new TestAdmin(game, token, userId);
  await admin.setScopes(scopes);
  return admin;
};
