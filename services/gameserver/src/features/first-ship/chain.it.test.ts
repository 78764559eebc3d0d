import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer, Wire } from '../../testing/test-player.ts';

type Chain = NonNullable<Wire<'getPlayerState'>['chain']>;

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const chainOf = async (pilot: TestPlayer): Promise<Chain | null> => (await pilot.state()).chain;
const dockAt = async (pilot: TestPlayer, stationId: string, sectorId: number): Promise<void> => {
  const { location } = await pilot.state();
  if (location?.stationId === stationId) return;
  if (location?.state === 'docked') await pilot.undock();
  if (location?.sectorId !== sectorId)
    await pilot.ok('autopilot', { body: { to: sectorId, maxHops: 25, stopOn: [] } });
  await pilot.ok('dock', { params: { id: stationId } });
};
const trade = async (pilot: TestPlayer, side: 'buy' | 'sell', target: Chain['target']): Promise<void> => {
  const stationId = target.stationId ?? '';
  await dockAt(pilot, stationId, target.sectorId ?? 0);
  const quantity = (target.quantity ?? target.need) - target.progress;
  const limitTotal = side === 'buy' ? 1_000_000 : 0;
  const line = { side, commodity: target.commodity ?? 'ore', quantity, limitTotal } as const;
  await pilot.ok('execute', { body: { stationId, lines: [line] } });
};
const visitAnother = async (pilot: TestPlayer): Promise<void> => {
  const rows = await game.database.sql<{ stationId: string }[]>`
    SELECT station_id FROM player_stations_docked WHERE player_id = ${await pilot.playerId()}`;
  const seen = new Set(rows.map(({ stationId }) => stationId));
  const atlas = game.deps.atlas();
  const next = [...atlas.stations()].find(
    ({ id, sectorId }) => atlas.sector(sectorId)?.zone.kind === 'federation' && !seen.has(id),
  );
  await dockAt(pilot, next?.id ?? '', next?.sectorId ?? 0);
};
const flyCourse = async (pilot: TestPlayer): Promise<void> => {
  if ((await pilot.state()).location?.state === 'docked') await pilot.undock();
  for (let to = 2; to < 100; to += 1) {
    const { status, body } = await pilot.call('plot', { body: { to } });
    if (status !== 200 || body.totalHops < 3) continue;
    await pilot.ok('autopilot', { body: { routeId: body.routeId, maxHops: 25, stopOn: [] } });
    return;
  }
  throw new Error('no course of three hops');
};
/** Takes the job that its board keeps for him, and flies it. */
const doJob = async (pilot: TestPlayer, target: Chain['target']): Promise<void> => {
  const stationId = target.stationId ?? '';
  await dockAt(pilot, stationId, target.sectorId ?? 0);
  const { items } = await pilot.ok('getContractBoard', { params: { id: stationId } });
  const job = items.find(({ isReserved }) => isReserved);
  if (job === undefined) throw new Error('no job is kept for him');
  await pilot.ok('acceptContract', { params: { id: job.id } });
  await pilot.ok('pickupContract', { params: { id: job.id } });
  await dockAt(pilot, job.target.stationId, job.target.sectorId);
  await pilot.ok('deliverContract', { params: { id: job.id } });
};
/** Does what the present step asks for. */
const obey = (pilot: TestPlayer, chain: Chain): Promise<void> => {
  if (chain.kind === 'buy' || chain.kind === 'sell') return trade(pilot, chain.kind, chain.target);
  if (chain.kind === 'dock') return visitAnother(pilot);
  if (chain.kind === 'course') return flyCourse(pilot);
  return doJob(pilot, chain.target);
};

describe('the starter chain', () => {
  it('can be done from its own hints, pays every step once, and ends', { timeout: 60_000 }, async () => {
    const pilot = await game.join('Apprentice');
    const rewards: number[] = [];
    for (let act = 0; act < 20; act += 1) {
      const chain = await chainOf(pilot);
      if (chain === null) break;
      await obey(pilot, chain);
      const after = await chainOf(pilot);
      if (after?.step !== chain.step) rewards.push(chain.reward);
    }
    expect(await chainOf(pilot)).toBeNull();
    expect(rewards.length).toBeGreaterThanOrEqual(4);
    const { items } = await pilot.ok('listCreditLedger', { query: { limit: 100 } });
    const paid = items.filter(({ refType }) => refType === 'first_ship').map(({ amount }) => amount);
    expect(paid.toSorted()).toEqual(rewards.toSorted());
    expect((await auditLedger(game.db, game.clock())).ok).toBe(true);
  });

  it('does not pay a step again', async () => {
    const pilot = await game.join('Repeater');
    const chain = await chainOf(pilot);
    if (chain === null) throw new Error('no chain');
    await obey(pilot, chain);
    const paid = async () =>
      (
        await game.database
          .sql`SELECT 1 FROM credit_ledger WHERE ref_type = 'first_ship' AND player_id = ${await pilot.playerId()}`
      ).length;
    const before = await paid();
    const line = {
      side: 'buy',
      commodity: chain.target.commodity ?? 'ore',
      quantity: 1,
      limitTotal: 1_000_000,
    } as const;
    await pilot.ok('execute', { body: { stationId: chain.target.stationId ?? '', lines: [line] } });
    expect(await paid()).toBe(before);
  });

  it('shows how far the next ship is', async () => {
    const chain = await chainOf(await game.join('Saver'));
    expect(chain?.goal.shipType).toBe('cargo_hauler');
    expect(chain).toMatchObject({ key: 'first_ship', step: 1, done: [] });
  });
});
