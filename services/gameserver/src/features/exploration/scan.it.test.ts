import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { AtlasSector, AtlasWarp } from '../universe/index.ts';

let game: TestGame;
let sectors: readonly AtlasSector[];
beforeAll(async () => {
  game = await createTestGame();
  sectors = game.deps.atlas().sectorsOf(game.deps.atlas().terran);
});
afterAll(() => game.stop());

const scan = (player: TestPlayer, mode: 'adjacent' | 'deep') => player.ok('scan', { body: { mode } });
const sector = (id: number) => game.deps.atlas().sector(id) as AtlasSector;
const open = (warps: readonly AtlasWarp[]) => warps.filter(({ isHidden }) => !isHidden);
const pick = (holds: (s: AtlasSector) => boolean): AtlasSector => {
  const found = sectors.find((s) => s.zone.kind === 'frontier' && holds(s));
  if (found === undefined) throw new Error('the test galaxy has no such sector');
  return found;
};
/** A quiet place with a station next to it and no nebula around. */
const lookout = (): AtlasSector =>
  pick(
    (s) =>
      s.type !== 'nebula' &&
      open(s.warps).some(({ to }) => sector(to).stations.length > 0 && sector(to).type !== 'nebula'),
  );

describe('an adjacent scan', () => {
  it('shows the neighbours with their stations, remembers prices and costs 2 turns', async () => {
    const player = await game.join('Looker');
    const here = lookout();
    const id = await placeShip(game, player, here.id);
    const seen = await scan(player, 'adjacent');
    expect(seen.turns).toEqual({ spent: 2, left: 998 });
    const targets = [...new Set(open(here.warps).map(({ to }) => to))].sort((a, b) => a - b);
    expect(seen.sectors.map(({ sectorId }) => sectorId).sort((a, b) => a - b)).toEqual(targets);
    const port = seen.sectors.find(({ station }) => station !== null);
    const memory = await game.database.sql`
      SELECT commodity FROM price_memory WHERE player_id = ${id} AND station_id = ${port?.station?.id ?? ''}`;
    expect(memory.length).toBeGreaterThan(0);
    const view = await player.ok('getSector', { params: { id: port?.sectorId ?? 0 } });
    expect(view).toMatchObject({ level: 2, live: false });
    expect(view.seenAt).not.toBeNull();
  });

  it('tells traffic in bands and never who', async () => {
    const player = await game.join('Counter');
    const crowd = await game.join('Passerby');
    const here = lookout();
    const next = open(here.warps)
      .map(({ to }) => sector(to))
      .find(({ type }) => type !== 'nebula') as AtlasSector;
    await placeShip(game, player, here.id);
    await placeShip(game, crowd, next.id);
    const seen = await scan(player, 'adjacent');
    expect(seen.sectors.find(({ sectorId }) => sectorId === next.id)?.traffic).toBe('some');
    expect(JSON.stringify(seen)).not.toContain('Passerby');
  });

  it('shows of a nebula what it is, and nothing in it', async () => {
    const cloud = sectors.find(
      (s) =>
        s.type === 'nebula' &&
        sectors.some((o) => o.type !== 'nebula' && open(o.warps).some((w) => w.to === s.id)),
    );
    const here = sectors.find((o) => o.type !== 'nebula' && open(o.warps).some((w) => w.to === cloud?.id));
    if (cloud === undefined || here === undefined) return;
    const player = await game.join('Foggy');
    await placeShip(game, player, here.id);
    const seen = (await scan(player, 'adjacent')).sectors.find(({ sectorId }) => sectorId === cloud.id);
    expect(seen).toMatchObject({ type: 'nebula', isObscured: true, traffic: null });
    if (cloud.zone.kind === 'federation') return;
    expect(seen).toMatchObject({ station: null, planets: null });
    const view = await player.ok('getSector', { params: { id: cloud.id } });
    expect(view).toMatchObject({ type: 'nebula', stations: null, planets: null, resources: null });
  });

  it('is blind inside the core of a nebula, without charge', async () => {
    const core = sectors.find((s) => s.type === 'nebula' && s.nebulaDensity >= 100);
    if (core === undefined) return;
    const player = await game.join('Blind');
    await placeShip(game, player, core.id);
    expect(await player.call('scan', { body: { mode: 'adjacent' } })).toMatchObject({
      status: 409,
      code: 'sensors_blind',
    });
    expect((await player.state()).turns.turns).toBe(1_000);
    const actions = (await player.ok('getCurrentSector')).actions;
    expect(actions.find(({ id }) => id === 'scan_adjacent')).toMatchObject({
      enabled: false,
      reason: 'sensors_blind',
    });
  });
});

describe('a deep scan', () => {
  const tunnelled = (): AtlasWarp => {
    const warp = sectors
      .filter(({ type }) => type === 'standard')
      .flatMap(({ warps }) => warps)
      .find(({ isHidden }) => isHidden);
    if (warp === undefined) throw new Error('no hidden tunnel');
    return warp;
  };

  it('charts what the scanner reaches, and a second one of the day finds no more', async () => {
    const player = await game.join('Deep');
    const { from } = tunnelled();
    const id = await placeShip(game, player, from);
    const first = await scan(player, 'deep');
    expect(first).toMatchObject({ range: 2, turns: { spent: 5 }, sectors: [] });
    const known = await game.database.sql`SELECT warp_id FROM player_known_warps WHERE player_id = ${id}`;
    for (let again = 0; again < 4; again++) {
      expect((await scan(player, 'deep')).tunnels).toEqual([]);
    }
    expect(await game.database.sql`SELECT warp_id FROM player_known_warps WHERE player_id = ${id}`).toEqual(
      known,
    );
  });

  it('finds a tunnel for 60 of 100 players with range 2, and then it can be flown', async () => {
    const warp = tunnelled();
    const players = await Promise.all(Array.from({ length: 20 }, (_, index) => game.join(`Diver${index}`)));
    const found: boolean[] = [];
    let lucky: TestPlayer | undefined;
    for (const player of players) {
      await placeShip(game, player, warp.from);
      expect((await player.call('move', { body: { to: warp.to } })).status).toBeGreaterThanOrEqual(404);
      const { tunnels } = await scan(player, 'deep');
      found.push(tunnels.some(({ warpId }) => warpId === warp.id));
      if (found.at(-1) === true) lucky = player;
    }
    const hits = found.filter(Boolean).length;
    // Binomial with n 20 and p 0.6: outside of this once in ten thousand runs.
    expect(hits).toBeGreaterThanOrEqual(4);
    expect(hits).toBeLessThanOrEqual(19);
    const { moves } = (await lucky?.ok('listMoves')) ?? { moves: [] };
    expect(moves.some(({ warpId, kind }) => warpId === warp.id && kind === 'tunnel')).toBe(true);
    expect((await lucky?.ok('move', { body: { to: warp.to, warpId: warp.id } }))?.warp.id).toBe(warp.id);
  });

  it('tells clients who are behind to fetch the whole chart', async () => {
    const player = await game.join('Charter');
    await placeShip(game, player, lookout().id);
    const { version } = await player.ok('getRegionChart', { params: { regionName: 'terran-space' } });
    await scan(player, 'deep');
    const delta = await player.call('getRegionChartDelta', {
      params: { regionName: 'terran-space' },
      query: { since: version },
    });
    expect(delta.code).toBe('full_required');
  });

  it('with a broken scanner reaches nothing', async () => {
    const player = await game.join('Broken');
    const id = await placeShip(game, player, lookout().id);
    await game.database.sql`UPDATE ships SET fault = 'scanner' WHERE owner_id = ${id}`;
    expect(await scan(player, 'deep')).toMatchObject({ range: 0, charted: 0 });
  });
});

describe('a scan', () => {
  it('sent twice with one key scans once', async () => {
    const player = await game.join('Twice');
    await placeShip(game, player, lookout().id);
    const key = randomUUID();
    const answers = await Promise.all([1, 2].map(() => player.call('scan', { body: { mode: 'deep' }, key })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect((await player.state()).turns.turns).toBe(995);
  });

  it('needs its turns, a key and a mode there is', async () => {
    const player = await game.join('Poor');
    const id = await placeShip(game, player, lookout().id);
    await setTurns(game.database.sql, id, 1);
    expect(await player.call('scan', { body: { mode: 'adjacent' } })).toMatchObject({
      code: 'insufficient_turns',
    });
    expect(await player.send('POST', '/nav/scan', { body: { mode: 'deep' }, key: null })).toMatchObject({
      status: 428,
    });
    for (const body of [{}, { mode: 'quantum' }, { mode: 'deep', range: 9 }, { mode: 2 }])
      expect((await player.send('POST', '/nav/scan', { body })).status).toBe(400);
    expect((await player.state()).turns.turns).toBe(1);
  });
});
