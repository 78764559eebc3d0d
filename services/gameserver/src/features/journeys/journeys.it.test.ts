import { randomUUID } from 'node:crypto';
import type { Database, Sql } from '@sw/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { TestPlayer as Pilot } from '../../testing/test-player.ts';
import type { TwoServers } from '../../testing/two-servers.ts';
import { REGION, startTwoServers } from '../../testing/two-servers.ts';
import { advanceJourneys } from './advance-journey.service.ts';

/** What stands between the two servers: it loses a call before it arrives, or its answer afterwards. */
interface Fault {
  /** The last part of the path, `reserve` … `return`. */
  readonly call: string;
  readonly when: 'before' | 'after';
  times: number;
}
let fault: Fault | null = null;
const calls: string[] = [];

const send: typeof fetch = async (input, init) => {
  const call = String(input).split('/').at(-1) ?? '';
  calls.push(call);
  const hits = fault !== null && fault.call === call && fault.times > 0;
  if (hits && fault !== null) fault.times -= 1;
  if (hits && fault?.when === 'before') throw new Error('the network lost the call');
  const response = await fetch(input, init);
  if (hits && fault?.when === 'after') {
    await response.text();
    throw new Error('the network lost the answer');
  }
  return response;
};

/** A process that dies around its n-th transaction from now: before it began, or after it was committed. */
interface Death {
  at: number;
  readonly when: 'before' | 'after';
}
let death: Death | null = null;
const wrapDatabase = (db: Database): Database => ({
  ...db,
  command: async (work) => {
    const dies = death !== null && death.at === 0;
    if (death !== null) death.at -= 1;
    if (dies && death?.when === 'before') throw new Error('the process died');
    const result = await db.command(work);
    if (dies && death?.when === 'after') throw new Error('the process died');
    return result;
  },
});

let two: TwoServers;
beforeAll(async () => {
  two = await startTwoServers({ send, wrapDatabase });
}, 120_000);
afterAll(() => two.stop());
afterEach(() => {
  fault = null;
  death = null;
  calls.length = 0;
});

const hubSql = (): Sql => two.hub.database.sql as unknown as Sql;
const regionSql = (): Sql => two.regionDatabase.sql as unknown as Sql;

const linkOf = async (): Promise<{ gateway: number; nexus: number; nexusId: string }> => {
  const [row] = await two.hub.database.sql<{ gateway: number; nexus: number; nexusId: string }[]>`
    SELECT r.gateway_sector_id AS gateway, r.nexus_sector_id AS nexus, n.id AS nexus_id
    FROM regions r, regions n WHERE r.name = ${REGION} AND n.kind = 'central_nexus'`;
  if (row === undefined) throw new Error('no link');
  return row;
};

let pilots = 0;
/** A pilot in space at the Nexus end of the link, with goods, turns and credits. */
const pilotAtLink = async (): Promise<TestPlayer> => {
  pilots += 1;
  const player = await two.hub.join(`pilot${pilots}`);
  const { nexus, nexusId, gateway } = await linkOf();
  const { sql } = two.hub.database;
  const [row] = await sql<{ id: string; shipId: string }[]>`
    SELECT id, active_ship_id AS ship_id FROM players WHERE user_id = ${player.userId}`;
  if (row === undefined) throw new Error('no pilot');
  await sql`UPDATE ships SET sector_id = ${nexus}, region_id = ${nexusId}, status = 'in_space', station_id = NULL,
              docked_at = NULL, cargo_used = cargo_used + 7 WHERE id = ${row.shipId}`;
  await sql`INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost) VALUES (${row.shipId}, 'ore', 7, 11)
            ON CONFLICT (ship_id, commodity) DO UPDATE SET quantity = ship_cargo.quantity + 7`;
  const bits = Buffer.alloc(700, 0xff);
  for (const sectorId of [nexus, gateway]) {
    await sql`INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
              SELECT ${row.id}, region_id, ${bits}, ${bits}, ${bits} FROM sectors WHERE id = ${sectorId}
              ON CONFLICT (player_id, region_id) DO UPDATE SET charted = ${bits}, scanned = ${bits}, visited = ${bits}`;
  }
  return player;
};

interface Belongings {
  readonly credits: bigint;
  readonly turns: number;
  readonly ships: number;
  readonly cargo: number;
  readonly here: number;
}

/** Everything a player has on one server, what is on its way from there included. */
const belongings = async (sql: Sql, userId: string): Promise<Belongings> => {
  const [row] = await sql<Belongings[]>`
    WITH p AS (SELECT id, turns, holding FROM players WHERE user_id = ${userId}),
         j AS (SELECT * FROM journeys WHERE player_id IN (SELECT id FROM p) AND direction = 'out' AND payload IS NOT NULL
               AND state IN ('departed', 'moved'))
    SELECT (SELECT coalesce(sum(balance), 0)::bigint FROM ledger_accounts
            WHERE id IN (SELECT 'wallet:' || id FROM p)
               OR id IN (SELECT 'escrow:journey:' || id FROM j)) AS credits,
           ((SELECT coalesce(sum(turns), 0) FROM p)
            + (SELECT coalesce(sum((payload::jsonb #>> '{player,turns}')::int), 0) FROM j))::int AS turns,
           ((SELECT count(*) FROM ships WHERE owner_id IN (SELECT id FROM p) AND journey_id IS NULL AND status <> 'destroyed')
            + (SELECT count(*) FROM j))::int AS ships,
           ((SELECT coalesce(sum(c.quantity), 0) FROM ship_cargo c JOIN ships s ON s.id = c.ship_id
             WHERE s.owner_id IN (SELECT id FROM p))
            + (SELECT coalesce(sum((c ->> 'quantity')::int), 0) FROM j, jsonb_array_elements(payload::jsonb -> 'cargo') c))::int AS cargo,
           (SELECT count(*) FROM p WHERE holding = 'here')::int AS here`;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
};

const total = async (userId: string): Promise<Belongings> => {
  const [a, b] = await Promise.all([belongings(hubSql(), userId), belongings(regionSql(), userId)]);
  return {
    credits: a.credits + b.credits,
    turns: a.turns + b.turns,
    ships: a.ships + b.ships,
    cargo: a.cargo + b.cargo,
    here: a.here + b.here,
  };
};

/** Lets time pass and both servers try again, until nothing is open any more. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 40; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const deps of [two.hub.deps, two.region.deps]) {
      await advanceJourneys(deps, two.clock()).catch(() => undefined);
    }
    const [open] = await two.hub.database.sql`
      SELECT 1 FROM journeys WHERE direction = 'out' AND state NOT IN ('completed', 'rejected', 'returned')`;
    const [openThere] = await two.regionDatabase.sql`
      SELECT 1 FROM journeys WHERE direction = 'out' AND state NOT IN ('completed', 'rejected', 'returned')`;
    if (open === undefined && openThere === undefined) return;
    two.clock.advance(15_000);
  }
  throw new Error('a journey never ends');
};

/** The books of both servers are right, and together nothing is owed. */
const assertBooks = async (): Promise<void> => {
  for (const database of [two.hub.database, two.regionDatabase]) {
    const audit = await auditLedger(database.db, two.clock());
    expect(audit.findings).toEqual([]);
  }
  const owed = (sql: Sql) => sql<{ owed: bigint }[]>`
    SELECT coalesce(sum(CASE WHEN starts_with(to_account, 'clearing:') THEN amount ELSE 0 END)
         - sum(CASE WHEN starts_with(from_account, 'clearing:') THEN amount ELSE 0 END), 0)::bigint AS owed
    FROM credit_ledger`;
  const [a] = await owed(hubSql());
  const [b] = await owed(regionSql());
  expect((a?.owed ?? 0n) + (b?.owed ?? 0n)).toBe(0n);
};

const fly = (player: TestPlayer, to: number) => player.call('move', { body: { to, maxToll: 1_000 } });

/** The same person with a token for the region. */
const inRegion = async (player: TestPlayer): Promise<TestPlayer> => {
  const answer = await player.call('createRegionToken', { body: { regionName: REGION } });
  expect(answer.status).toBe(200);
  return new Pilot(two.region.app, answer.body.accessToken, player.userId);
};

const MOVE_TURNS = 5;

describe('a journey to a region and back', () => {
  it('brings player, ship, goods, credits and turns, and leaves nothing', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const before = await total(player.userId);
    const { gateway, nexus } = await linkOf();
    const answer = await fly(player, gateway);
    expect(answer).toMatchObject({ status: 202, body: { journeyId: expect.any(String) } });
    await settle();
    expect(await player.call('move', { body: { to: nexus } })).toMatchObject({
      status: 409,
      code: 'wrong_region',
    });
    const whereabouts = await player.ok('getCurrentJourney');
    expect(whereabouts).toMatchObject({
      journey: null,
      place: { regionName: REGION, apiBase: `${two.region.url}/api/v1` },
    });
    expect(await player.ok('getJourney', { params: { id: answer.body.journeyId ?? '' } })).toMatchObject({
      state: 'completed',
      from: 'central-nexus',
      to: REGION,
    });
    const toll = (await total(player.userId)).credits - before.credits;
    expect(toll).toBe(-250n);

    const there = await inRegion(player);
    const state = await there.ok('getPlayerState');
    expect(state.location).toMatchObject({ regionName: REGION, sectorId: gateway, state: 'in_space' });
    const turnsLeft = state.turns.turns;
    expect(await total(player.userId)).toMatchObject({ ships: before.ships, cargo: before.cargo, here: 1 });
    await assertBooks();

    const back = await fly(there, nexus);
    expect(back.status).toBe(202);
    await settle();
    expect(await there.call('getPlayerState')).toMatchObject({ status: 409, code: 'wrong_region' });
    const home = await player.ok('getPlayerState');
    expect(home.location).toMatchObject({ sectorId: nexus, state: 'in_space' });
    expect(home.turns.turns).toBeGreaterThanOrEqual(turnsLeft - MOVE_TURNS);
    expect(await total(player.userId)).toMatchObject({
      credits: before.credits - 250n,
      ships: before.ships,
      cargo: before.cargo,
      here: 1,
    });
    expect(await player.call('createRegionToken', { body: { regionName: REGION } })).toMatchObject({
      code: 'wrong_region',
    });
    await assertBooks();
  });
});

const FAULTS = ['reserve', 'arrive', 'complete'].flatMap((call) =>
  (['before', 'after'] as const).map((when) => ({ call, when })),
);

describe('whatever the network loses', () => {
  afterAll(assertBooks);

  it.each(FAULTS)('$when $call, on the way out', { timeout: 60_000 }, async ({ call, when }) => {
    const player = await pilotAtLink();
    const before = await total(player.userId);
    const { gateway } = await linkOf();
    fault = { call, when, times: 3 };
    expect((await fly(player, gateway)).status).toBe(202);
    await settle();
    const after = await total(player.userId);
    expect(after).toMatchObject({ ships: before.ships, cargo: before.cargo, here: 1 });
    expect(before.credits - after.credits).toBe(250n);
  });

  it.each([...FAULTS, { call: 'move', when: 'before' as const }, { call: 'move', when: 'after' as const }])(
    '$when $call, on the way back',
    { timeout: 60_000 },
    async ({ call, when }) => {
      const player = await pilotAtLink();
      const { gateway, nexus } = await linkOf();
      await fly(player, gateway);
      await settle();
      const before = await total(player.userId);
      const there = await inRegion(player);
      fault = { call, when, times: 3 };
      expect((await fly(there, nexus)).status).toBe(202);
      await settle();
      const after = await total(player.userId);
      expect(after).toMatchObject({
        credits: before.credits,
        ships: before.ships,
        cargo: before.cargo,
        here: 1,
      });
    },
  );
});

/** The transactions of one journey on both servers, the command that begins it not counted. */
const DEATHS = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((at) =>
  (['before', 'after'] as const).map((when) => ({ at, when })),
);

describe('whenever a process dies', () => {
  // One pilot for all of them: he is back where he began after each.
  let player: TestPlayer;
  beforeAll(async () => {
    player = await pilotAtLink();
  });
  afterAll(assertBooks);

  it.each(DEATHS)('$when transaction $at, there and back', { timeout: 60_000 }, async ({ at, when }) => {
    const { gateway, nexus } = await linkOf();
    const before = await total(player.userId);
    death = { at, when };
    expect((await fly(player, gateway)).status).toBe(202);
    await settle();
    expect(death.at).toBeLessThan(0);
    const between = await total(player.userId);
    expect(between).toMatchObject({
      credits: before.credits - 250n,
      ships: before.ships,
      cargo: before.cargo,
      here: 1,
    });
    const there = await inRegion(player);
    death = { at, when };
    expect((await fly(there, nexus)).status).toBe(202);
    await settle();
    death = null;
    expect(await total(player.userId)).toMatchObject({ ...between, turns: expect.any(Number) });
  });
});

describe('a region that is gone for long', () => {
  it('sends nobody off who has not left', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const before = await total(player.userId);
    const { gateway } = await linkOf();
    fault = { call: 'reserve', when: 'before', times: 1_000 };
    const { body } = await fly(player, gateway);
    await settle();
    expect(await player.ok('getJourney', { params: { id: body.journeyId ?? '' } })).toMatchObject({
      state: 'rejected',
      reason: 'region_unavailable',
    });
    expect(await total(player.userId)).toEqual(before);
    await assertBooks();
  });

  it('gives back who left and could not be moved', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const { gateway, nexus } = await linkOf();
    await fly(player, gateway);
    await settle();
    const there = await inRegion(player);
    const before = await total(player.userId);
    fault = { call: 'move', when: 'before', times: 1_000 };
    const { body } = await fly(there, nexus);
    await settle();
    const [row] = await two.regionDatabase.sql`SELECT state FROM journeys WHERE id = ${body.journeyId ?? ''}`;
    expect(row).toEqual({ state: 'returned' });
    const after = await total(player.userId);
    expect(after).toMatchObject({
      credits: before.credits,
      ships: before.ships,
      cargo: before.cargo,
      here: 1,
    });
    expect(after.turns).toBeGreaterThanOrEqual(before.turns);
    expect((await there.ok('getPlayerState')).location).toMatchObject({
      sectorId: gateway,
      state: 'in_space',
    });
    await assertBooks();
  });
});

describe('two at once, and once too often', () => {
  it('one journey at a time', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const { gateway } = await linkOf();
    const answers = await Promise.all([fly(player, gateway), fly(player, gateway), fly(player, gateway)]);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    await settle();
    expect((await total(player.userId)).here).toBe(1);
    await assertBooks();
  });

  it('a repeated call changes nothing, another payload is refused', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const before = await total(player.userId);
    const { gateway } = await linkOf();
    const bodies = new Map<string, { url: string; init: RequestInit }>();
    const wire = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const call = String(input).split('/').at(-1) ?? '';
      if (init?.body !== undefined) bodies.set(call, { url: String(input), init });
      return wire(input, init);
    };
    const { body } = await fly(player, gateway);
    await settle();
    globalThis.fetch = wire;
    const arrive = bodies.get('arrive');
    if (arrive === undefined) throw new Error('nothing arrived');
    const again = await Promise.all([0, 1, 2].map(() => fetch(arrive.url, arrive.init)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    const freight = JSON.parse(String(arrive.init.body)) as { payload: string; credits: number };
    const forged = JSON.stringify({
      ...freight,
      payload: freight.payload.replace('"turns": ', '"turns": 9'),
    });
    expect((await fetch(arrive.url, { ...arrive.init, body: forged })).status).toBe(409);
    const unknown = arrive.url.replace(body.journeyId ?? '', randomUUID());
    expect((await fetch(unknown, arrive.init)).status).toBe(404);
    expect(
      (await fetch(arrive.url, { ...arrive.init, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(401);
    const after = await total(player.userId);
    expect(after).toMatchObject({
      credits: before.credits - 250n,
      ships: before.ships,
      cargo: before.cargo,
      here: 1,
    });
    await assertBooks();
  });

  it('a server that dies goes on where it was', { timeout: 60_000 }, async () => {
    const player = await pilotAtLink();
    const before = await total(player.userId);
    const { gateway } = await linkOf();
    fault = { call: 'arrive', when: 'after', times: 2 };
    await fly(player, gateway);
    await two.restartRegion();
    await settle();
    const after = await total(player.userId);
    expect(after).toMatchObject({
      credits: before.credits - 250n,
      ships: before.ships,
      cargo: before.cargo,
      here: 1,
    });
    await assertBooks();
  });
});
