import { randomUUID } from 'node:crypto';
import type { EndpointDeclaration } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ACCOUNT_ENDPOINTS } from '@sw/contracts/account';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDefaultAdmin } from '../features/auth/index.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import { TestPlayer } from '../testing/test-player.ts';

const FIRST_PASSWORD = 'brisk otter kettle';
const OWN_PASSWORD = 'otter kettle vex';

let game: TestGame;
let player: TestPlayer;
let newcomer: TestPlayer;
let operator: TestPlayer;
let freshOperator: TestPlayer;

beforeAll(async () => {
  game = await createTestGame({ env: { ADMIN_PASSWORD: FIRST_PASSWORD } });
  player = await game.join('somebody');
  newcomer = await game.register('nobodyyet');
  await ensureDefaultAdmin(game.deps, { embedded: true });
  freshOperator = await signInOperator(FIRST_PASSWORD);
});
afterAll(() => game.stop());

const signInOperator = async (password: string): Promise<TestPlayer> => {
  const response = await game.app.inject({
    method: 'POST',
    url: '/api/v1/admin/auth/login',
    payload: { login: 'admin', password, delivery: 'body' },
  });
  const { accessToken, user } = response.json<{ accessToken: string; user: { id: string } }>();
  return new TestPlayer(game.app, accessToken, user.id);
};

const ALL: readonly EndpointDeclaration[] = [
  ...new Set<EndpointDeclaration>([
    ...Object.values(PLAYER_ENDPOINTS),
    ...Object.values(ACCOUNT_ENDPOINTS),
    ...Object.values(ADMIN_ENDPOINTS),
  ]),
];

const named = (endpoints: readonly EndpointDeclaration[]) =>
  endpoints.map((endpoint) => [endpoint.id, endpoint] as const);

const PARAMETERS: Readonly<Record<string, string>> = {
  channel: 'sector',
  commodity: 'ore',
  regionName: 'terran-space',
};

/** A request of the right shape, as far as the path goes; the body is nonsense on purpose. */
const requestTo = ({ method, path }: EndpointDeclaration) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name] ?? randomUUID());
  return { method, path: filled, call: method === 'GET' ? {} : { body: { nonsense: true } } };
};

const ask = async (who: TestPlayer, endpoint: EndpointDeclaration) => {
  const { method, path, call } = requestTo(endpoint);
  const { status, code } = await who.send(method, path, call);
  return [status, code];
};

const askNamelessly = async (endpoint: EndpointDeclaration, authorization?: string) => {
  const { method, path } = requestTo(endpoint);
  const response = await game.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: authorization === undefined ? {} : { authorization },
    ...(method === 'GET' ? {} : { payload: { nonsense: true } }),
  });
  return [response.statusCode, response.json<{ code: string }>().code];
};

const CLOSED = ALL.filter(({ auth }) => auth === 'user' || auth === 'player' || auth === 'admin');
const OF_PLAYERS = CLOSED.filter(({ auth }) => auth !== 'admin');
/** Signing in and out, where a console session is a session like any other. */
const SHARED = OF_PLAYERS.filter(({ auth, tag }) => auth === 'user' && tag === 'auth');

describe('without a token', () => {
  it.each(named(CLOSED))('%s answers nobody', async (_, endpoint) => {
    expect(await askNamelessly(endpoint)).toEqual([401, 'unauthenticated']);
  });

  it.each(named(CLOSED))('%s believes no token it did not sign', async (_, endpoint) => {
    const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"aud":"admin"}').toString('base64url')}.`;
    expect(await askNamelessly(endpoint, `Bearer ${forged}`)).toEqual([401, 'unauthenticated']);
  });
});

describe('a player', () => {
  it.each(named(CLOSED.filter(({ auth }) => auth === 'admin')))('may not use %s', async (_, endpoint) => {
    expect(await ask(player, endpoint)).toEqual([403, 'forbidden']);
  });

  // All but the one that would end the session the others need.
  const harmless = OF_PLAYERS.filter(({ id, stepUp }) => id !== 'auth.logoutAll' && stepUp !== true);
  it.each(named(harmless))('passes the door of %s', async (_, endpoint) => {
    const [status] = await ask(player, endpoint);
    expect([401, 403]).not.toContain(status);
  });

  it.each(named(OF_PLAYERS.filter(({ stepUp }) => stepUp === true)))(
    'proves himself anew before %s',
    async (_, endpoint) => {
      expect(await ask(player, endpoint)).toEqual([403, 'step_up_required']);
    },
  );
});

describe('a user whose first login is open', () => {
  it.each(named(CLOSED.filter(({ auth }) => auth === 'player')))(
    'may not use %s yet',
    async (_, endpoint) => {
      expect(await ask(newcomer, endpoint)).toEqual([409, 'first_login_required']);
    },
  );
});

describe('an operator with a password somebody else chose', () => {
  /** Choosing a password and enrolling a second factor, which may be due at the same time. */
  const open = ['auth.changePassword', 'auth.stepUp', 'auth.mfa', 'auth.mfaSetup', 'auth.mfaConfirm'];
  it.each(named(CLOSED.filter(({ id }) => !open.includes(id))))('may not use %s', async (_, endpoint) => {
    expect(await ask(freshOperator, endpoint)).toEqual([403, 'password_change_required']);
  });
});

describe('an operator', () => {
  beforeAll(async () => {
    const body = { currentPassword: FIRST_PASSWORD, newPassword: OWN_PASSWORD };
    await freshOperator.ok('changePassword', { body });
    operator = await signInOperator(OWN_PASSWORD);
  });

  it.each(named(OF_PLAYERS.filter((endpoint) => !SHARED.includes(endpoint))))(
    'may not play through %s',
    async (_, endpoint) => {
      expect(await ask(operator, endpoint)).toEqual([403, 'forbidden']);
    },
  );

  it.each(named(CLOSED.filter(({ scope }) => scope !== undefined)))(
    'needs the scope of %s',
    async (_, endpoint) => {
      // What lies behind the door may be missing, wrongly asked, or want a fresh proof.
      const [status, code] = await ask(operator, endpoint);
      expect(status).not.toBe(401);
      expect([undefined, 'step_up_required']).toContain(status === 403 ? code : undefined);
      await game.database.sql`
      UPDATE admin_grants SET revoked_at = now() WHERE user_id = ${operator.userId} AND scope = ${endpoint.scope ?? ''}`;
      const withoutScope = await signInOperator(OWN_PASSWORD);
      expect(await ask(withoutScope, endpoint)).toEqual([403, 'missing_scope']);
      await game.database.sql`
      UPDATE admin_grants SET revoked_at = NULL WHERE user_id = ${operator.userId} AND scope = ${endpoint.scope ?? ''}`;
    },
  );
});

describe('a session that ended', () => {
  it('opens nothing any more', async () => {
    const leaver = await game.join('leavingnow');
    await leaver.ok('logoutAll');
    for (const endpoint of OF_PLAYERS) expect(await ask(leaver, endpoint)).toEqual([401, 'session_revoked']);
  });
});
