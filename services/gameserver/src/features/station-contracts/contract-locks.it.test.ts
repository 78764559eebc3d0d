import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hangContract } from '../../testing/contracts.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { failOverdueContracts } from './index.ts';

let game: TestGame;
let here: string;
let pilot: TestPlayer;
let finder: TestPlayer;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const id = (contractId: string) => ({ params: { id: contractId } });
const shipIdOf = async (player: TestPlayer): Promise<string> => (await player.state()).ship?.id ?? '';
const stateOf = async (contractId: string) =>
  (await game.database.sql<{ state: string }[]>`SELECT state FROM contracts WHERE id = ${contractId}`)[0]
    ?.state;

/** A parcel the pilot answers for, in a ship that is the finder's by now; the id of both. */
const parcelElsewhere = async () => {
  joined += 1;
  pilot = await game.join(`Loser-${joined}`);
  finder = await game.join(`Finder-${joined}`);
  here = (await pilot.state()).location?.stationId ?? '';
  const job = await hangContract(game, here, { quantity: 7 });
  await pilot.ok('acceptContract', id(job));
  await pilot.ok('pickupContract', id(job));
  const [lost, spare] = [await shipIdOf(pilot), randomUUID()];
  const [pilotId, finderId] = [await pilot.playerId(), await finder.playerId()];
  await game.database.sql`
    INSERT INTO ships SELECT (jsonb_populate_record(s, ${game.database.sql.json({ id: spare, registration: spare.slice(0, 8), cargo_used: 0 })})).*
    FROM ships s WHERE s.id = ${lost}`;
  await game.database.sql`UPDATE players SET active_ship_id = ${spare} WHERE id = ${pilotId}`;
  await game.database.sql`UPDATE ships SET owner_id = ${finderId} WHERE id = ${lost}`;
  await game.database.sql`UPDATE players SET active_ship_id = ${lost} WHERE id = ${finderId}`;
  return { job, lost };
};

/** Does `work` while another transaction holds the ship, and tells whether the contract was free all the while. */
const whileShipIsHeld = async (shipId: string, job: string, work: () => Promise<unknown>) => {
  let running: Promise<unknown> = Promise.resolve();
  let wasFree = false;
  await game.db.command(async (tx) => {
    await tx.load(tx.sql`SELECT id FROM ships WHERE id = ${shipId} FOR UPDATE`);
    running = work();
    await vi.waitFor(async () => {
      const [row] = await game.database.sql<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(row?.waiting).toBe(1);
    });
    const [free] = await game.database.sql`
      SELECT id FROM contracts WHERE id = ${job} FOR UPDATE SKIP LOCKED`;
    wasFree = free !== undefined;
    return tx.commit();
  });
  await running;
  return wasFree;
};

describe('a parcel in a ship somebody else flies now', () => {
  it('is given up in the one order of locks: the ship before the job', async () => {
    const { job, lost } = await parcelElsewhere();
    expect(await whileShipIsHeld(lost, job, () => pilot.ok('abandonContract', id(job)))).toBe(true);
    expect((await finder.state()).ship?.cargoUsed).toBe(0);
    expect((await pilot.state()).ship?.cargoUsed).toBe(0);
  });

  it('is written off in the same order when its time is over', async () => {
    const { job, lost } = await parcelElsewhere();
    await game.database.sql`UPDATE contracts SET deadline_at = ${new Date(game.clock())} WHERE id = ${job}`;
    const work = () => failOverdueContracts(game.deps, game.clock());
    expect(await whileShipIsHeld(lost, job, work)).toBe(true);
    expect(await stateOf(job)).toBe('failed');
    expect((await finder.state()).ship?.cargoUsed).toBe(0);
  });

  it('never leaves room that is not there, whatever its new owner loads meanwhile', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { job, lost } = await parcelElsewhere();
      const { items } = await finder.ok('getContractBoard', { params: { id: here } });
      const own = items.find(({ kind }) => kind === 'freight')?.id ?? (await hangContract(game, here));
      await finder.ok('acceptContract', id(own));
      await Promise.all([
        pilot.call('abandonContract', id(job)),
        failOverdueContracts(game.deps, game.clock() + 9 * 3_600_000),
        finder.call('pickupContract', id(own)),
      ]);
      const [hold] = await game.database.sql`
        SELECT s.cargo_used AS used, coalesce(sum(c.quantity), 0)::int AS held
        FROM ships s LEFT JOIN ship_cargo c ON c.ship_id = s.id WHERE s.id = ${lost} GROUP BY s.cargo_used`;
      expect(hold?.['used']).toBe(hold?.['held']);
    }
  });
});

it('a job that cannot be ended stops no other', async () => {
  const owner = await game.join('Stuck');
  const station = (await owner.state()).location?.stationId ?? '';
  const jobs = await Promise.all(Array.from({ length: 3 }, () => hangContract(game, station)));
  for (const job of jobs) await owner.ok('acceptContract', id(job));
  const [stuck = '', ...others] = jobs;
  await game.database
    .sql`UPDATE contracts SET deadline_at = ${new Date(game.clock() - 1_000)} WHERE id = ${stuck}`;
  await game.database.sql.unsafe(`
    CREATE TRIGGER stuck BEFORE UPDATE ON contracts FOR EACH ROW WHEN (OLD.id = '${stuck}')
    EXECUTE FUNCTION refuse_change()`);
  const later = game.clock() + 9 * 3_600_000;
  expect(await failOverdueContracts(game.deps, later)).toBeGreaterThanOrEqual(2);
  expect(await Promise.all(others.map(stateOf))).toEqual(['failed', 'failed']);
  expect(await stateOf(stuck)).toBe('accepted');
  expect(await game.deps.metrics.registry.metrics()).toContain(
    'sw_job_row_failures_total{sweep="contract_deadlines"} 1',
  );
  await game.database.sql.unsafe('DROP TRIGGER stuck ON contracts');
  expect(await failOverdueContracts(game.deps, later)).toBe(1);
});
