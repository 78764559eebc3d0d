import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { TestPlayer } from '../../testing/test-player.ts';

const DAY = 86_400_000;
const PASSWORD = 'gorse lamp ferry';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

interface Session {
  readonly player: TestPlayer;
  readonly refreshToken: string;
}

const door = () => new TestPlayer(game.app, '', '');

const open = async (path: string, body: object): Promise<Session> => {
  const answer = await door().send('POST', path, { body });
  const { accessToken, refreshToken, user } = answer.body as {
    accessToken: string;
    refreshToken: string;
    user: { id: string };
  };
  return { player: new TestPlayer(game.app, accessToken, user?.id ?? ''), refreshToken };
};

const register = (username: string) =>
  open('/auth/register', { username, password: PASSWORD, delivery: 'body' });
const signIn = (username: string) =>
  open('/auth/login', { login: username, password: PASSWORD, delivery: 'body' });
const refresh = (refreshToken: string) => open('/auth/refresh', { refreshToken });

/** Somebody who has played: docked where everybody begins. */
const settle = async (username: string): Promise<Session> => {
  const session = await register(username);
  await session.player.ok('completeFirstLogin', { body: { callsign: username, shipName: 'Late Riser' } });
  return session;
};

const grants = async (player: TestPlayer) =>
  (await player.ok('listTurnLedger', { query: { limit: 100 } })).items
    .filter(({ reason }) => reason === 'welcome_back')
    .map(({ granted, balance }) => ({ granted, balance }));

describe('coming back after more than seven days', () => {
  it('gives 50 turns a full day away, above the cap, once, whichever door is used first', async () => {
    await settle('Ten_Days');
    game.clock.advance(10 * DAY + DAY / 2);
    const sessions = await Promise.all([signIn('Ten_Days'), signIn('Ten_Days')]);
    const { player, refreshToken } = sessions[0];
    expect(await grants(player)).toEqual([{ granted: 500, balance: 1500 }]);
    expect((await player.ok('getTurns')).turns).toBe(1500);

    await refresh(refreshToken);
    await signIn('Ten_Days');
    expect(await grants(player)).toHaveLength(1);
  });

  it('counts the days, not more', async () => {
    const { refreshToken } = await settle('Eight_Days');
    game.clock.advance(5 * DAY);
    const second = await refresh(refreshToken);
    expect(await grants(second.player)).toEqual([]);
    game.clock.advance(3 * DAY);
    const { player } = await refresh(second.refreshToken);
    expect(await grants(player)).toEqual([{ granted: 400, balance: 1400 }]);
  });

  it('starts anew with the next absence', async () => {
    await settle('Twice_Away');
    game.clock.advance(9 * DAY);
    const first = await signIn('Twice_Away');
    await first.player.undock();
    game.clock.advance(8 * DAY);
    const { player } = await signIn('Twice_Away');
    expect((await grants(player)).map(({ granted }) => granted)).toEqual([400, 450]);
  });
});

describe('nothing is given', () => {
  it('to whoever was away for seven days or less', async () => {
    await settle('Seven_Days');
    game.clock.advance(7 * DAY);
    expect(await grants((await signIn('Seven_Days')).player)).toEqual([]);
  });

  it('to whoever never began to play', async () => {
    await register('Never_Began');
    game.clock.advance(20 * DAY);
    const { player } = await signIn('Never_Began');
    const rows = await game.db.sql`SELECT turns FROM players WHERE user_id = ${player.userId}`;
    expect(rows).toEqual([{ turns: 1000 }]);
  });

  it('at the door of the console', async () => {
    await settle('Operator');
    const { player } = await signIn('Operator');
    game.clock.advance(9 * DAY);
    await door().send('POST', '/admin/auth/login', { body: { login: 'Operator', password: PASSWORD } });
    const rows = await game.db.sql`SELECT 1 FROM turn_ledger
      WHERE reason = 'welcome_back' AND player_id = (SELECT id FROM players WHERE user_id = ${player.userId})`;
    expect(rows).toEqual([]);
  });
});
