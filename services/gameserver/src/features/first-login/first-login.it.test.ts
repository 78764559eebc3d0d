import { effectiveStats, FIRST_LOGIN_GRANT, NEWCOMER_MS } from '@sw/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const complete = (user: TestPlayer, callsign: string, shipName = 'Grey Heron') =>
  user.call('completeFirstLogin', { body: { callsign, shipName } });
const rowsOf = async (table: string): Promise<number> =>
  (await game.database.sql.unsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0;

describe('before', () => {
  it('the grant is shown, and the game is closed', async () => {
    const user = await game.register('before_one');
    expect(await user.ok('getFirstLogin')).toEqual({
      state: 'not_started',
      dialogue: false,
      suggestedCallsign: 'before_one',
      grant: {
        credits: Number(FIRST_LOGIN_GRANT),
        shipType: 'light_freighter',
        cargoCapacity: effectiveStats({ type: 'light_freighter', upgrades: {} }).cargoCapacity,
        stationName: expect.any(String),
        sectorNumber: 1,
        regionTitle: 'Terran Space',
      },
    });
    const state = await user.state();
    expect(state).toMatchObject({ ship: null, cargo: [], location: null, chain: null, credits: 0 });
    expect(await user.call('getCurrentSector')).toMatchObject({ status: 409, code: 'first_login_required' });
  });
});

describe('completing', () => {
  it('gives one ship, docked where everybody begins, one grant, a clock and first charts', async () => {
    const user = await game.register('complete_one');
    const { status, body } = await complete(user, 'Halcyon', '  Grey Heron ');
    expect(status).toBe(200);
    expect(body).toEqual({ ...(await user.state()), serverTime: body.serverTime });
    expect(body).toMatchObject({
      credits: Number(FIRST_LOGIN_GRANT),
      player: {
        callsign: 'Halcyon',
        firstLoginState: 'completed',
        newcomerUntil: new Date(game.clock() + NEWCOMER_MS).toISOString(),
      },
      ship: {
        type: 'light_freighter',
        name: 'Grey Heron',
        isBound: true,
        cargoUsed: 0,
        conditionMilli: 100_000,
      },
      location: { sectorNumber: 1, state: 'docked', regionName: 'terran-space' },
      turns: { turns: 1000 },
      chain: { key: 'first_ship', step: 1 },
    });
    const market = await user.ok('getMarket', { params: { id: body.location?.stationId ?? '' } });
    expect(market.source).toBe('live');
    const chart = await user.ok('getRegionChart', { params: { regionName: 'terran-space' } });
    expect(chart.level[chart.n.indexOf(1)]).toBe(3);
    expect((await user.ok('listCreditLedger')).items).toMatchObject([
      { amount: Number(FIRST_LOGIN_GRANT), reason: 'first_login_grant', account: 'wallet' },
    ]);
    expect((await auditLedger(game.db, game.clock())).ok).toBe(true);
  });

  it('leads to markets of the chain that everybody knows and can reach', async () => {
    const user = await game.register('complete_two');
    const { chain } = (await complete(user, 'Chained')).body;
    const station = await user.ok('getStation', { params: { id: chain?.target.stationId ?? '' } });
    expect(station.sector.zone).toBe('federation');
    await user.undock();
    expect(
      (
        await user.call('plot', {
          body: { to: chain?.target.sectorId ?? 0, objective: 'turns', avoid: [], useGates: true },
        })
      ).status,
    ).toBe(station.sector.id === 1 ? 409 : 200);
  });

  it('again answers with what is, and gives nothing more', async () => {
    const user = await game.register('again_one');
    await complete(user, 'Againer');
    const [ships, ledger] = [await rowsOf('ships'), await rowsOf('credit_ledger')];
    const again = await complete(user, 'Otherwise', 'Other Ship');
    expect(again.status).toBe(200);
    expect(again.body.player.callsign).toBe('Againer');
    expect([await rowsOf('ships'), await rowsOf('credit_ledger')]).toEqual([ships, ledger]);
  });

  it('many times at once gives one ship and one grant', async () => {
    const user = await game.register('many_one');
    const answers = await Promise.all(Array.from({ length: 8 }, () => complete(user, 'Manifold')));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const id = await user.playerId();
    expect(await game.database.sql`SELECT 1 FROM ships WHERE owner_id = ${id}`).toHaveLength(1);
    expect(await game.database.sql`SELECT 1 FROM credit_ledger WHERE player_id = ${id}`).toHaveLength(1);
  });

  it('repeated while every connection is taken waits for none of them twice', async () => {
    const user = await game.register('pool_one');
    await complete(user, 'Pooled');
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(user, 'Pooled')));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('a callsign', () => {
  it.each([
    ['too short', 'ab', 'validation_failed'],
    ['too long', 'x'.repeat(21), 'validation_failed'],
    ['with other signs', 'Ædra', 'validation_failed'],
    ['with a space', 'two words', 'validation_failed'],
    ['reserved', 'Admin', undefined],
  ])('%s is refused and can be corrected', async (_case, callsign, code) => {
    const user = await game.register(`call_${callsign.length}_${callsign.charCodeAt(0)}`);
    const refused = await complete(user, callsign);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    if (code !== undefined) expect(refused.code).toBe(code);
    expect((await user.state()).player.firstLoginState).toBe('not_started');
    expect((await complete(user, `Fine${callsign.length}${callsign.charCodeAt(0)}`)).status).toBe(200);
  });

  it('of another is taken, also in another case and with lookalikes', async () => {
    await complete(await game.register('owner_one'), 'Corvus');
    for (const [index, callsign] of ['Corvus', 'CORVUS', 'corvus', 'C0rvus'].entries()) {
      const user = await game.register(`thief_${index}`);
      expect(await complete(user, callsign)).toMatchObject({ status: 409, code: 'callsign_taken' });
    }
  });

  it("may be one's own username, not that of another", async () => {
    const [own, other] = [await game.register('Meridian'), await game.register('stranger_one')];
    expect((await complete(other, 'meridian')).code).toBe('callsign_taken');
    expect((await complete(own, 'Meridian')).status).toBe(200);
  });

  it('two users want at once goes to one of them; the other may choose again', async () => {
    const users = await Promise.all(['race_a', 'race_b', 'race_c'].map((name) => game.register(name)));
    const answers = await Promise.all(users.map((user) => complete(user, 'Contested')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const loser = users[answers.findIndex(({ status }) => status === 409)];
    expect(
      (await loser?.call('completeFirstLogin', { body: { callsign: 'Second', shipName: 'Ship' } }))?.status,
    ).toBe(200);
  });

  it('of a ship must be a name', async () => {
    const user = await game.register('shipless');
    expect((await complete(user, 'Shipless', '   ')).status).toBe(400);
  });
});

it('protection of newcomers ends with 3,000 turns spent, before its time is over', async () => {
  const user = await game.join('Veteran');
  expect((await user.state()).player.newcomerUntil).not.toBeNull();
  await game.database.sql`UPDATE players SET lifetime_turns_spent = 3000 WHERE user_id = ${user.userId}`;
  expect((await user.state()).player.newcomerUntil).toBeNull();
});
