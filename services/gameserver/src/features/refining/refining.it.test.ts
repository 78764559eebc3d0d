import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dockAt, setCargo, setWallet, unitsAboard } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;
let stationId: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
  const [station] = await game.database.sql<{ id: string }[]>`
    SELECT id FROM stations WHERE 'refining_facility' = ANY(services) ORDER BY id LIMIT 1`;
  stationId = station?.id ?? '';
});
afterAll(() => stopBalanced(game));
beforeEach(async () => {
  await game.database.sql`DELETE FROM refining_days`;
});

const smelter = async (ore: number): Promise<TestPlayer> => {
  joined += 1;
  const player = await game.join(`smelter${joined}`);
  const id = await player.playerId();
  await dockAt(game.database.sql, id, stationId);
  await setCargo(game.database.sql, id, 'ore', ore, 24);
  return player;
};
const refine = (player: TestPlayer, quantity: number, key?: string) =>
  player.call('refine', {
    ...(key === undefined ? {} : { key }),
    params: { id: stationId },
    body: { quantity },
  });

describe('a refinery', () => {
  it('is never where ore or precious metals are traded', async () => {
    const rows = await game.database.sql`
      SELECT 1 FROM stations s JOIN station_market m ON m.station_id = s.id
      WHERE 'refining_facility' = ANY(s.services) AND m.commodity IN ('ore', 'precious_metals')`;
    expect(rows).toHaveLength(0);
  });

  it('makes five ore and ten credits one unit that cost as much', async () => {
    const player = await smelter(23);
    const before = (await player.state()).credits;
    expect((await refine(player, 4)).body).toMatchObject({ paid: 40, credits: before - 40 });
    const { cargo, ship } = await player.state();
    expect(cargo).toEqual([
      { commodity: 'ore', quantity: 3, avgCost: 24 },
      { commodity: 'precious_metals', quantity: 4, avgCost: 130 },
    ]);
    expect(ship?.cargoUsed).toBe(7);
  });

  it('sent twice refines once', async () => {
    const player = await smelter(20);
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => refine(player, 2, key)));
    expect((await player.state()).cargo.map(({ quantity }) => quantity)).toEqual([10, 2]);
  });

  it('makes twenty a day for all together, and begins anew the next', async () => {
    const players = await Promise.all([1, 2, 3, 4, 5, 6].map(() => smelter(25)));
    const metals = await unitsAboard(game.database.sql, 'precious_metals');
    const answers = await Promise.all(players.map((player) => refine(player, 5)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'refinery_exhausted']));
    expect((await unitsAboard(game.database.sql, 'precious_metals')) - metals).toBe(20);
    const loser = players[answers.findIndex(({ status }) => status !== 200)] as TestPlayer;
    expect((await refine(loser, 1)).body).toMatchObject({ code: 'refinery_exhausted', max: 0 });
    // The next day.
    await game.database.sql`UPDATE refining_days SET day = day - 1`;
    expect((await refine(loser, 5)).status).toBe(200);
  });

  it('is described with what may be made', async () => {
    const player = await smelter(17);
    const { services } = await player.ok('listServices', { params: { id: stationId } });
    const action = services.find(({ id }) => id === 'refining_facility')?.actions[0];
    expect(action).toMatchObject({ id: 'refine', enabled: true, price: { perUnit: 10 } });
    expect(action?.inputs[0]?.max).toBe(3);
  });

  it('refuses without changing anything', async () => {
    const player = await smelter(9);
    const refuse = async (command: () => Promise<{ code: string | undefined }>) => {
      const before = await snapshotWorld(game.database.sql);
      const { code } = await command();
      expect(await snapshotWorld(game.database.sql)).toEqual(before);
      return code;
    };
    expect(await refuse(() => refine(player, 2))).toBe('not_in_cargo');
    expect(await refuse(() => refine(player, 21))).toBe('refinery_exhausted');
    for (const quantity of [0, -1, 1.5, 1e12, '1'])
      expect(
        await refuse(() =>
          player.send('POST', `/stations/${stationId}/services/refine`, { body: { quantity } }),
        ),
      ).toBe('validation_failed');
    await setWallet(game.database.sql, await player.playerId(), 9);
    expect(await refuse(() => refine(player, 1))).toBe('insufficient_credits');
    const elsewhere = await game.join(`elsewhere${joined}`);
    expect(await refuse(() => refine(elsewhere, 1))).toBe('not_docked');
    const home = (await elsewhere.state()).location?.stationId ?? '';
    expect(
      await refuse(() => elsewhere.call('refine', { params: { id: home }, body: { quantity: 1 } })),
    ).toBe('service_not_offered');
  });
});
