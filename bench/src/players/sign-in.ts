import { uuidV7 } from '@sw/api-client';
import type { Caller } from '../server/http.ts';
import type { Account } from './accounts.ts';

/** A player who is signed in and has a ship. */
export interface Player extends Account {
  readonly token: string;
}

interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const AT_ONCE = 16;

/** Signs accounts in over the API and finishes the first login of those who have not. */
export const signIn = async (caller: Caller, accounts: readonly Account[]): Promise<Player[]> => {
  const players: Player[] = new Array(accounts.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < accounts.length; index = next++) {
      const account = accounts[index] as Account;
      players[index] = await signInOne(caller, account);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return players;
};

const signInOne = async (caller: Caller, account: Account): Promise<Player> => {
  const reply = await caller.post('/auth/refresh', null, { refreshToken: account.refreshToken });
  const { accessToken, refreshToken } = JSON.parse(reply.text) as SignedIn;
  await caller.post(
    '/first-login/complete',
    accessToken,
    { callsign: account.name, shipName: 'Yardstick' },
    uuidV7(Date.now()),
  );
  return { ...account, token: accessToken, refreshToken };
};
