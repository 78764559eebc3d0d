import { randomUUID } from 'node:crypto';
import type { PersonalItem } from '@sw/rules';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import { dockAt } from '../../testing/arrange.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;
let hub: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
  const [station] = await game.database.sql<{ id: string }[]>`
    SELECT id FROM stations WHERE station_class = 11 ORDER BY id LIMIT 1`;
  hub = station?.id ?? '';
});
afterAll(async () => {
  const audit = await auditLedger(game.db, game.clock());
  await game.stop();
  expect(audit).toMatchObject({ ok: true, findings: [] });
});
beforeEach(async () => {
  await game.database.sql`DELETE FROM rare_sale_days`;
});

/** A player docked at the hub with finds of his own. */
const finder = async (item: PersonalItem, quantity: number): Promise<TestPlayer> => {
  joined += 1;
  const player = await game.join(`finder${joined}`);
  const playerId = await player.playerId();
  await dockAt(game.database.sql, playerId, hub);
  await game.database.sql`
    INSERT INTO player_items (player_id, item, quantity) VALUES (${playerId}, ${item}, ${quantity})`;
  return player;
};
const sell = (player: TestPlayer, item: PersonalItem, quantity: number, key?: string) =>
  player.call('sellRare', {
    ...(key === undefined ? {} : { key }),
    params: { id: hub },
    body: { item, quantity },
  });
const left = async (player: TestPlayer): Promise<number> =>
  (
    await game.database.sql<{ n: number }[]>`
      SELECT sum(quantity)::int AS n FROM player_items WHERE player_id = ${await player.playerId()}`
  )[0]?.n ?? 0;

describe('a buyer of finds', () => {
  it('pays a fixed price, and the books say for what', async () => {
    const player = await finder('prismatic_ore', 3);
    const before = (await player.state()).credits;
    expect((await sell(player, 'prismatic_ore', 2)).body).toMatchObject({ paid: 0, credits: before + 4_000 });
    expect([await left(player), (await player.state()).credits]).toEqual([1, before + 4_000]);
    const { items } = await player.ok('listCreditLedger', { query: { kind: 'trade' } });
    expect(items[0]).toMatchObject({ reason: 'rare_sale', amount: 4_000, account: 'wallet' });
  });

  it('sent twice sells once', async () => {
    const player = await finder('quantum_shard', 10);
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => sell(player, 'quantum_shard', 4, key)));
    expect(await left(player)).toBe(6);
  });

  it('buys twenty of each a day of all together, and begins anew the next', async () => {
    const players = await Promise.all([1, 2, 3, 4, 5, 6].map(() => finder('quantum_shard', 5)));
    const answers = await Promise.all(players.map((player) => sell(player, 'quantum_shard', 5)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'station_full']));
    const loser = players[answers.findIndex(({ status }) => status !== 200)] as TestPlayer;
    expect((await sell(loser, 'quantum_shard', 1)).body).toMatchObject({
      code: 'station_full',
      available: 0,
    });
    await game.database.sql`UPDATE rare_sale_days SET day = day - 1`;
    expect((await sell(loser, 'quantum_shard', 5)).status).toBe(200);
  });

  it('never buys one find twice, on however many connections', async () => {
    const player = await finder('photonic_crystals', 1);
    const answers = await Promise.all([1, 2, 3].map(() => sell(player, 'photonic_crystals', 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await left(player)).toBe(0);
  });

  it('shows what one has, and what goes today', async () => {
    const player = await finder('quantum_shard', 30);
    const { services } = await player.ok('listServices', { params: { id: hub } });
    const counter = services.find(({ id }) => id === 'rare_buyer');
    expect(counter?.facts[0]).toMatchObject({ nameKey: 'fact.own_quantum_shard', value: 30 });
    expect(counter?.actions[0]).toMatchObject({ id: 'sell_rare', enabled: true });
    expect(counter?.actions[0]?.inputs[0]?.options).toEqual([
      { value: 'quantum_shard', nameKey: 'goods.quantum_shard', max: 20 },
    ]);
  });

  it('refuses without changing anything', async () => {
    const player = await finder('quantum_shard', 3);
    const refuse = async (command: () => Promise<{ code: string | undefined }>) => {
      const before = await snapshotWorld(game.database.sql);
      const { code } = await command();
      expect(await snapshotWorld(game.database.sql)).toEqual(before);
      return code;
    };
    expect(await refuse(() => sell(player, 'quantum_shard', 4))).toBe('not_in_cargo');
    expect(await refuse(() => sell(player, 'prismatic_ore', 1))).toBe('not_in_cargo');
    for (const body of [
      { item: 'quantum_shard', quantity: 0 },
      { item: 'quantum_shard', quantity: -1 },
      { item: 'quantum_shard', quantity: 1.5 },
      { item: 'ore', quantity: 1 },
      { quantity: 1 },
    ])
      expect(await refuse(() => player.send('POST', `/stations/${hub}/services/sell-rare`, { body }))).toBe(
        'validation_failed',
      );
    const elsewhere = await game.join(`elsewhere${joined}`);
    expect(await refuse(() => sell(elsewhere, 'quantum_shard', 1))).toBe('not_docked');
    const home = (await elsewhere.state()).location?.stationId ?? '';
    expect(
      await refuse(() =>
        elsewhere.call('sellRare', { params: { id: home }, body: { item: 'quantum_shard', quantity: 1 } }),
      ),
    ).toBe('service_not_offered');
  });
});
