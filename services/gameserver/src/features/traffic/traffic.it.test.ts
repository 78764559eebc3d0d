import { fixedClock } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { moveTraffic, planTraffic, spawnTraffic } from './index.ts';

let game: TestGame;
let pilot: TestPlayer;

beforeAll(async () => {
  game = await createTestGame({ clock: fixedClock() });
  pilot = await game.join('Watcher');
});
afterAll(() => game.stop());

const MINUTE = 60_000;
const DAYS = 86_400_000;
const sql = () => game.database.sql;
const watchUntil = (ms: number) => sql()`UPDATE players SET last_active_at = ${new Date(ms)}`;
const places = async (): Promise<string> =>
  (
    await sql()<{ places: string }[]>`
      SELECT string_agg(id || ' ' || sector_id || ' ' || status || ' ' || cargo, ',' ORDER BY id) AS places FROM npc_ships`
  )[0]?.places ?? '';

describe('a fresh galaxy', () => {
  it('has traffic at once, once, with capital from the mint', async () => {
    expect(await spawnTraffic(game.deps, game.clock())).toBeGreaterThan(20);
    expect(await spawnTraffic(game.deps, game.clock())).toBe(0);
    const kinds = await sql()<{ kind: string; n: number }[]>`
      SELECT kind, count(*)::int AS n FROM npc_ships GROUP BY kind ORDER BY kind`;
    expect(kinds).toEqual([
      { kind: 'patrol', n: 10 },
      { kind: 'trader', n: 25 },
    ]);
    const [minted] = await sql()<{ credits: number }[]>`
      SELECT sum(amount)::int AS credits FROM credit_ledger WHERE reason = 'npc_capital'`;
    expect(minted?.credits).toBe(25 * 20_000);
    expect((await auditLedger(game.db, game.clock())).ok).toBe(true);
  });

  it('shows it to whoever is there, as what it is', async () => {
    const { location } = await pilot.state();
    const [patrol] = await sql()<{ id: string; name: string }[]>`
      UPDATE npc_ships SET sector_id = ${location?.sectorId ?? 0}
      WHERE id = (SELECT id FROM npc_ships WHERE kind = 'patrol' ORDER BY id LIMIT 1) RETURNING id, name`;
    const { contacts } = await pilot.ok('getCurrentSector');
    expect(contacts?.items).toContainEqual(
      expect.objectContaining({ shipId: patrol?.id, name: patrol?.name, npc: 'patrol', online: true }),
    );
  });
});

describe('where nobody is', () => {
  it('nothing moves', async () => {
    await planTraffic(game.deps, game.clock());
    const before = await places();
    const later = game.clock() + 2 * DAYS;
    expect(await moveTraffic(game.deps, later)).toEqual({ moved: 0, traded: 0 });
    expect(await places()).toBe(before);
  });
});

describe('500 minutes of traffic', () => {
  it('keep to their share of the flow, pay their way, and leave every book in balance', {
    timeout: 120_000,
  }, async () => {
    const start = game.clock();
    await watchUntil(start + 10 * DAYS);
    const round = { moved: 0, traded: 0, most: 0 };
    for (let tick = 1; tick <= 500; tick += 1) {
      const now = start + tick * MINUTE;
      if (tick % 10 === 0) await planTraffic(game.deps, now);
      const { moved, traded } = await moveTraffic(game.deps, now);
      round.moved += moved;
      round.traded += traded;
      round.most = Math.max(round.most, moved + traded);
    }
    expect(round.traded).toBeGreaterThan(20);
    expect(round.moved).toBeGreaterThan(500);
    expect(round.most).toBeLessThanOrEqual(60);

    const over = await sql()`
      SELECT t.station_id, t.commodity, sum(t.quantity) AS units FROM market_transaction t
      JOIN station_market m ON m.station_id = t.station_id AND m.commodity = t.commodity
      WHERE t.npc GROUP BY t.station_id, t.commodity, m.flow_per_hour
      HAVING sum(t.quantity) > floor(m.flow_per_hour * 24 * 0.25)`;
    expect(over).toEqual([]);
    const [booked] = await sql()<{ trades: number; owners: number }[]>`
      SELECT count(*)::int AS trades, count(player_id)::int AS owners FROM market_transaction WHERE npc`;
    expect(booked).toEqual({ trades: round.traded, owners: 0 });

    // Goods change hands one for one: bought less sold is what is aboard.
    const [goods] = await sql()<{ carried: number; aboard: number }[]>`
      SELECT (SELECT coalesce(sum(CASE side WHEN 'buy' THEN quantity ELSE -quantity END), 0)::int
              FROM market_transaction WHERE npc) AS carried,
             (SELECT sum(cargo)::int FROM npc_ships) AS aboard`;
    expect(goods?.carried).toBe(goods?.aboard);
    // Nobody flies for nothing.
    const [turns] = await sql()<{ least: number; below: number }[]>`
      SELECT min(turns)::int AS least, count(*) FILTER (WHERE turns < 1000)::int AS below FROM npc_ships`;
    expect(turns?.least).toBeGreaterThanOrEqual(0);
    expect(turns?.below).toBeGreaterThan(10);
    const patrols = await sql()<{ zone: string }[]>`
      SELECT DISTINCT s.zone FROM npc_ships n JOIN sectors s ON s.id = n.sector_id WHERE n.kind = 'patrol'`;
    expect(patrols.map(({ zone }) => zone).filter((zone) => zone === 'frontier')).toEqual([]);
    const fees =
      await sql()`SELECT 1 FROM credit_ledger WHERE reason = 'dock_fee' AND ref_type = 'traffic' LIMIT 1`;
    expect(fees).toHaveLength(1);
    expect(await auditLedger(game.db, start + 500 * MINUTE)).toMatchObject({ ok: true, findings: [] });
  });

  it('bring no trader to a station it is not at', async () => {
    const now = game.clock() + 501 * MINUTE;
    const [lost] = await sql()<{ id: string; sectorId: number; goal: number }[]>`
      UPDATE npc_ships n SET sector_id = f.sector_id, status = 'in_space', station_id = NULL, course = '{}',
        haul_commodity = 'ore', haul_from = f.id, haul_to = t.id, haul_quantity = 5, cargo = least(5, cargo_capacity),
        next_act_at = to_timestamp(0)
      FROM stations f, stations t
      WHERE n.id = (SELECT id FROM npc_ships WHERE kind = 'trader' AND turns > 500 ORDER BY id LIMIT 1)
        AND f.id = (SELECT id FROM stations WHERE region_id = n.region_id ORDER BY sector_id LIMIT 1)
        AND t.id = (SELECT id FROM stations WHERE region_id = n.region_id ORDER BY sector_id DESC LIMIT 1)
      RETURNING n.id, f.sector_id, t.sector_id AS goal`;
    await moveTraffic(game.deps, now);
    const [after] = await sql()<{ sectorId: number; status: string }[]>`
      SELECT sector_id, status FROM npc_ships WHERE id = ${lost?.id ?? ''}`;
    expect(after?.status).toBe('in_space');
    expect(
      game.deps
        .atlas()
        .sector(lost?.sectorId ?? 0)
        ?.warps.map(({ to }) => to),
    ).toContain(after?.sectorId);
  });

  it('are told to the sectors they leave and enter, and change no player’s stop', async () => {
    const told = await sql()<{ types: string[] }[]>`
      SELECT array_agg(DISTINCT e ->> 'type' ORDER BY e ->> 'type') AS types
      FROM event_outbox o CROSS JOIN LATERAL jsonb_array_elements(o.events) AS e WHERE o.events::text LIKE '%"npc": "trader"%'`;
    expect(told[0]?.types).toEqual(['presence.entered', 'presence.left']);
  });
});

it('an operator who wants none gets none', async () => {
  const quiet = await createTestGame({ env: { NPC_TRAFFIC_PERCENT: '0' } });
  try {
    expect(await spawnTraffic(quiet.deps, quiet.clock())).toBe(0);
    expect(await planTraffic(quiet.deps, quiet.clock())).toBe(0);
  } finally {
    await quiet.stop();
  }
});
