import type { Api, Session } from '@sw/api-client';
import { createApi, createSession } from '@sw/api-client';
import { PLAYER_ENDPOINTS } from '@sw/contracts';

export type PlayerApi = Api<typeof PLAYER_ENDPOINTS>;

export interface TestPlayer {
  readonly api: PlayerApi;
  readonly session: Session;
  readonly username: string;
}

export const TEST_PASSWORD = 'a long walk round the harbour';

/** Registers over the API and stays signed in without a browser; the first login is still open. */
export const signUp = async (origin: string, username: string): Promise<TestPlayer> => {
  const baseUrl = `${origin}/api/v1`;
  const session = createSession({ baseUrl, delivery: 'body' });
  const api = createApi(PLAYER_ENDPOINTS, { baseUrl, session });
  session.adopt(await api.register({ body: { username, password: TEST_PASSWORD, delivery: 'body' } }));
  return { api, session, username };
};

/** Registers and finishes the first login: a player with a ship, docked at the home station. */
export const signUpPlayer = async (origin: string, callsign: string): Promise<TestPlayer> => {
  const player = await signUp(origin, callsign);
  await player.api.completeFirstLogin({ body: { callsign, shipName: 'Plain Sailing' } });
  return player;
};
