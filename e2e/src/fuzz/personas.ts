import { createApi, isProblem } from '@sw/api-client';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Stack } from '../stack/start-stack.ts';
import type { Persona } from './call.ts';
import type { KnownIds } from './valid-values.ts';

const PASSWORD = 'a long walk round the harbour';

/** Hands out access tokens of each persona, and makes a new person when a call has signed one out. */
export interface Personas {
  token(persona: Persona): Promise<string | null>;
  /** The token does not work any more. */
  forget(persona: Persona): void;
  /** Ids a player can see. */
  knownIds(): Promise<KnownIds>;
}

export const createPersonas = (stack: Stack): Personas => {
  const baseUrl = `${stack.origin}/api/v1`;
  const tokens = new Map<Persona, Promise<string | null>>();
  let count = 0;
  let adminPassword = stack.admin.password;

  const api = createApi({ ...PLAYER_ENDPOINTS, ...ADMIN_ENDPOINTS }, { baseUrl });

  const authorized = (token: string) =>
    createApi(PLAYER_ENDPOINTS, {
      baseUrl,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    });

  const register = async (): Promise<string> => {
    count += 1;
    const body = { username: `fuzz_${count}_${process.pid}`, password: PASSWORD, delivery: 'body' } as const;
    return (await api.register({ body })).accessToken;
  };

  const makePlayer = async (): Promise<string> => {
    const token = await register();
    await authorized(token).completeFirstLogin({
      body: { callsign: `Fuzz-${count}-${process.pid}`.slice(0, 20), shipName: 'Plain Sailing' },
    });
    return token;
  };

  /** Signs in, changing the password on the first sign-in as everybody must. */
  const signInAdmin = async (): Promise<string | null> => {
    const { username: login } = stack.admin;
    const signIn = async () => {
      const reply = await api.adminLogin({ body: { login, password: adminPassword, delivery: 'body' } });
      if ('mfaToken' in reply) throw new Error('the operator of this server has no second factor');
      return reply;
    };
    try {
      const reply = await signIn();
      if (!reply.mustChangePassword) return reply.accessToken;
      const newPassword = `${stack.admin.password} again`;
      await authorized(reply.accessToken).changePassword({
        body: { currentPassword: adminPassword, newPassword },
      });
      adminPassword = newPassword;
      return (await signIn()).accessToken;
    } catch (error) {
      if (isProblem(error, 'login_throttled')) return null;
      throw error;
    }
  };

  const make = (persona: Persona): Promise<string | null> => {
    if (persona === 'anonymous') return Promise.resolve(null);
    if (persona === 'admin') return signInAdmin();
    return persona === 'open' ? register() : makePlayer();
  };

  const token = (persona: Persona): Promise<string | null> => {
    const known = tokens.get(persona) ?? make(persona);
    tokens.set(persona, known);
    return known;
  };

  return {
    token,
    forget: (persona) => tokens.delete(persona),
    async knownIds() {
      const player = authorized((await token('player')) ?? '');
      const [state, { moves }, { items }] = await Promise.all([
        player.getPlayerState(),
        player.listMoves(),
        player.listKnownPrices(),
      ]);
      const { ship, location } = state;
      return {
        uuids: [state.player.id, ship?.id, ...items.slice(0, 12).map(({ stationId }) => stationId)].filter(
          (id) => id !== undefined,
        ),
        integers: [location?.sectorId ?? 1, ...moves.flatMap(({ to, warpId }) => [to, warpId])],
        names: [location?.regionName].filter((name) => name !== undefined),
      };
    },
  };
};
