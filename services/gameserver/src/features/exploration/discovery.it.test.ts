import { isFound } from '@sw/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { AtlasSector } from '../universe/index.ts';

let game: TestGame;
let sectors: readonly AtlasSector[];
beforeAll(async () => {
  game = await createTestGame();
  sectors = game.deps.atlas().sectorsOf(game.deps.atlas().terran);
});
afterAll(() => game.stop());

const fly = async (player: TestPlayer, to: number) => (await player.ok('move', { body: { to } })).discovered;
const nextTo = (id: number, other = 0): number =>
  game.deps
    .atlas()
    .sector(id)
    ?.warps.find(({ to, isHidden }) => !isHidden && to !== other)?.to ?? 0;
const put = (player: TestPlayer, sectorId: number, visited: readonly number[] = []): Promise<string> =>
  placeShip(game, player, sectorId, visited);

describe('a first visit', () => {
  it('pays who came first of all, gives everybody a point, and both only once', async () => {
    const first = await game.join('Columbus');
    const second = await game.join('Amerigo');
    await first.undock();
    await second.undock();
    const there = nextTo(1);
    const before = await first.state();
    const found = await fly(first, there);
    expect(found).toMatchObject({ sector: true, isFirst: true, rankPoints: 3 });
    expect(found.credits).toBeGreaterThanOrEqual(20);
    const after = await first.state();
    expect(after.credits).toBe(before.credits + found.credits);
    expect(after.player.rankPoints).toBe(before.player.rankPoints + 3);
    expect(await fly(second, there)).toMatchObject({ sector: true, isFirst: false, rankPoints: 1 });
    expect(await fly(first, 1)).toMatchObject({ sector: false, isFirst: false, credits: 0, rankPoints: 0 });
    expect(await fly(first, there)).toMatchObject({ sector: false, credits: 0, rankPoints: 0 });
    const [row] = await game.database.sql<{ by: string }[]>`
      SELECT discovered_by AS by FROM sectors WHERE id = ${there}`;
    expect(row?.by).toBe(await first.playerId());
  });

  it('has one discoverer when two arrive at once, over two processes', async () => {
    const other = await game.addServer();
    const target = sectors.find((s) => s.zone.kind === 'border' && s.type === 'standard') as AtlasSector;
    const origin = sectors.find((s) => s.warps.some((w) => w.to === target.id && !w.isHidden)) as AtlasSector;
    const racers = await Promise.all(['Scott', 'Roald'].map((name) => game.join(name)));
    for (const racer of racers) await put(racer, origin.id);
    const answers = await Promise.all([
      fly(racers[0] as TestPlayer, target.id),
      fly((racers[1] as TestPlayer).at(other), target.id),
    ]);
    expect(answers.map(({ isFirst }) => isFirst).sort()).toEqual([false, true]);
    expect(answers.map(({ rankPoints }) => rankPoints).sort()).toEqual([1, 3]);
    await other.stop();
  });

  it('stops giving points at a hundred a day, and begins anew at midnight', async () => {
    const busy = await game.join('Tireless');
    const id = await busy.playerId();
    const sector = sectors.find(
      ({ formations, warps, zone }) =>
        zone.kind === 'frontier' && formations.length === 0 && warps.length > 2,
    ) as AtlasSector;
    await put(busy, sector.id);
    const day = new Date(game.clock());
    await game.database.sql`
      UPDATE players SET exploration_day = ${day}, exploration_points = 98 WHERE id = ${id}`;
    const to = nextTo(sector.id);
    expect(await fly(busy, to)).toMatchObject({ isFirst: true, rankPoints: 2 });
    const next = nextTo(to, sector.id);
    expect(await fly(busy, next)).toMatchObject({ isFirst: true, rankPoints: 0 });
    await game.database.sql`UPDATE players SET exploration_day = ${day}::date - 1 WHERE id = ${id}`;
    await put(busy, sector.id);
    const [, another] = sector.warps.filter(({ to: end, isHidden }) => !isHidden && end !== to);
    if (another !== undefined) expect((await fly(busy, another.to)).rankPoints).toBeGreaterThan(0);
  });

  it('promotes, raises the cap of turns and says so', async () => {
    const rising = await game.join('Rising');
    const id = await rising.playerId();
    await rising.undock();
    await game.database.sql`UPDATE players SET rank_points = 49 WHERE id = ${id}`;
    expect((await fly(rising, nextTo(1))).promotedTo).toBe(1);
    const { player, turns } = await rising.state();
    expect([player.rankLevel, turns.cap]).toEqual([1, 1_005]);
  });
});

describe('a landmark', () => {
  it('pays whoever finds it, once each', async () => {
    const bubble = sectors
      .flatMap(({ formations }) => formations)
      .find(({ kind }) => kind === 'corridor' || kind === 'bubble');
    if (bubble === undefined) throw new Error('the test needs a formation of many sectors');
    const player = await game.join('Finder');
    const numbers = [...bubble.memberNumbers];
    const target = numbers.find((n) => sectors[n - 1]?.warps.some(({ isHidden }) => !isHidden)) ?? 0;
    const origin = sectors.find((s) => s.warps.some((w) => w.to === target && !w.isHidden)) as AtlasSector;
    const half = Math.ceil(numbers.length / 2) - 1;
    const id = await put(player, origin.id, numbers.filter((n) => n !== target).slice(0, half));
    const before = (await player.state()).credits;
    const found = await fly(player, target);
    const own = found.formations.find(({ name }) => name === bubble.name);
    expect(own).toMatchObject({ kind: bubble.kind });
    expect((await player.state()).credits).toBe(before + found.credits);
    const [row] = await game.database.sql<{ visited: Uint8Array }[]>`
      SELECT visited FROM player_charts WHERE player_id = ${id}`;
    expect(isFound(bubble, row?.visited ?? new Uint8Array())).toBe(true);
    await game.database.sql`UPDATE ships SET sector_id = ${origin.id} WHERE owner_id = ${id}`;
    expect((await fly(player, target)).formations).toEqual([]);
  });

  it('of a whole nebula pays the first who has seen all of it', async () => {
    const target = sectors.find(
      (s) => s.type === 'nebula' && sectors.some((o) => o.warps.some((w) => w.to === s.id && !w.isHidden)),
    ) as AtlasSector;
    const origin = sectors.find((s) => s.warps.some((w) => w.to === target.id && !w.isHidden)) as AtlasSector;
    const members = sectors.filter((s) => s.cluster === target.cluster && s.type === 'nebula');
    const flights: Awaited<ReturnType<typeof fly>>[] = [];
    for (const name of ['Hubble', 'Messier']) {
      const player = await game.join(name);
      await put(
        player,
        origin.id,
        members.map(({ id }) => id).filter((id) => id !== target.id),
      );
      flights.push(await fly(player, target.id));
    }
    expect(flights.map(({ nebula }) => nebula)).toEqual([true, false]);
    expect(flights[0]?.credits).toBeGreaterThanOrEqual(1_000);
  });
});

it('leaves the books in balance', async () => {
  expect(await auditLedger(game.db, game.clock())).toMatchObject({ ok: true, findings: [] });
});
