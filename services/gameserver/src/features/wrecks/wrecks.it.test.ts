import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveCredits, setCargo, setTurns } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';
import { breakUpDerelicts, expireWrecks } from './index.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

/** A Hauler with 50 fuel, left by its pilot a week ago and broken up by the job; he sits in his pod beside the wreck. */
const wreckOf = async (name: string): Promise<{ pilot: TestPlayer; wreckId: string; ship: string }> => {
  const pilot = await game.join(name);
  const playerId = await pilot.playerId();
  await giveCredits(game.db, playerId, 100_000n, game.clock());
  const { shipId } = await pilot.ok('purchaseShip', { body: { type: 'cargo_hauler', name: 'Great Ox' } });
  await pilot.ok('activateShip', { params: { id: shipId } });
  await setCargo(game.database.sql, playerId, 'fuel', 50);
  await pilot.undock();
  await pilot.ok('abandonShip', { params: { id: shipId }, body: { confirm: 'Great Ox' } });
  await game.database.sql`
    UPDATE ships SET derelict_at = derelict_at - interval '7 days 1 second' WHERE id = ${shipId}`;
  expect(await breakUpDerelicts(game.deps, game.clock())).toBe(1);
  const [row] = await game.database.sql<{ id: string }[]>`
    SELECT w.id FROM wrecks w WHERE original_owner_id = ${playerId}`;
  return { pilot, wreckId: row?.id ?? '', ship: shipId };
};

/** Somebody in his freighter in the same sector. */
const finderOf = async (name: string): Promise<TestPlayer> => {
  const finder = await game.join(name);
  await finder.undock();
  return finder;
};

const makeOld = (wreckId: string) => game.database.sql`
  UPDATE wrecks SET created_at = created_at - interval '1 hour' WHERE id = ${wreckId}`;

describe('a derelict nobody took up for a week', () => {
  it('becomes a wreck once, with what survived and ore for its hull', async () => {
    const { pilot, wreckId, ship } = await wreckOf('Ox-1');
    expect(await breakUpDerelicts(game.deps, game.clock())).toBe(0);
    const wreck = (await pilot.ok('listWrecks')).items.find(({ id }) => id === wreckId);
    const fuel = wreck?.items.find(({ commodity }) => commodity === 'fuel')?.quantity ?? 0;
    expect(fuel).toBeGreaterThanOrEqual(30);
    expect(fuel).toBeLessThanOrEqual(40);
    expect(wreck?.items.find(({ commodity }) => commodity === 'ore')?.quantity).toBe(3);
    expect(wreck).toMatchObject({ suspectBefore: null, action: { reason: 'ship_is_pod' } });
    expect((await pilot.ok('getCurrentSector')).adrift).toContainEqual({
      id: wreckId,
      kind: 'wreck',
      shipType: 'cargo_hauler',
      name: 'Great Ox',
    });
    const [left] = await game.database.sql<{ status: string; aboard: number }[]>`
      SELECT status, (SELECT count(*)::int FROM ship_cargo c WHERE c.ship_id = s.id) AS aboard
      FROM ships s WHERE id = ${ship}`;
    expect(left).toEqual({ status: 'destroyed', aboard: 0 });
  });

  it('is claimed or breaks up, never both', async () => {
    const { pilot, ship } = await wreckOf('Ox-2');
    await game.database.sql`
      UPDATE ships SET status = 'derelict', derelict_at = ${new Date(game.clock() - 8 * 86_400_000)},
        former_owner_id = owner_id, owner_id = NULL, hull = 600 WHERE id = ${ship}`;
    const [broken, claimed] = await Promise.all([
      breakUpDerelicts(game.deps, game.clock()),
      pilot.call('claimShip', { params: { id: ship } }),
    ]);
    expect(broken + (claimed.status === 200 ? 1 : 0)).toBe(1);
  });

  it('is gone after two days', async () => {
    const { wreckId } = await wreckOf('Ox-3');
    expect(await expireWrecks(game.deps, game.clock() + 47 * 3_600_000)).toBe(0);
    await game.database.sql`UPDATE wrecks SET expires_at = ${new Date(game.clock())} WHERE id = ${wreckId}`;
    const finder = await finderOf('Late');
    expect((await finder.ok('listWrecks')).items.map(({ id }) => id)).not.toContain(wreckId);
    expect(
      (await finder.call('salvageWreck', { params: { id: wreckId }, body: { items: 'max' } })).code,
    ).toBe('not_found');
    expect(await expireWrecks(game.deps, game.clock())).toBe(1);
  });
});

describe('salvage', () => {
  it('brings goods into the hold for a turn each ten units, and empties the wreck', async () => {
    const { wreckId } = await wreckOf('Ox-4');
    await makeOld(wreckId);
    const finder = await finderOf('Finder');
    const offer = (await finder.ok('listWrecks')).items.find(({ id }) => id === wreckId);
    expect(offer).toMatchObject({ suspectBefore: null, action: { enabled: true, confirm: 'none' } });
    const before = await finder.state();
    const first = await finder.ok('salvageWreck', {
      params: { id: wreckId },
      body: { items: [{ commodity: 'fuel', quantity: 11 }] },
    });
    expect(first).toMatchObject({ turns: 2, isGone: false, suspectUntil: null });
    const rest = await finder.ok('salvageWreck', { params: { id: wreckId }, body: { items: 'max' } });
    expect(rest.isGone).toBe(true);
    const after = await finder.state();
    expect(after.turns.turns).toBe(before.turns.turns - 2 - rest.turns);
    const wanted = offer?.items.find(({ commodity }) => commodity === 'fuel')?.quantity;
    expect(after.cargo.find(({ commodity }) => commodity === 'fuel')).toMatchObject({
      quantity: wanted,
      avgCost: 0,
    });
    expect(after.player.suspectUntil).toBeNull();
    const [row] = await game.database.sql`SELECT 1 FROM wrecks WHERE id = ${wreckId}`;
    expect(row).toBeUndefined();
  });

  it('shows a suspect to everybody who sees his ship, as long as he is one', async () => {
    const [viewer, suspect] = [await finderOf('Viewer-9'), await finderOf('Suspect-9')];
    const id = await suspect.playerId();
    const flag = async (until: number) => {
      await game.database.sql`UPDATE players SET suspect_until = ${new Date(until)} WHERE id = ${id}`;
      const { contacts } = await viewer.ok('getCurrentSector');
      return contacts?.items.find(({ playerId }) => playerId === id)?.isSuspect;
    };
    expect(await flag(game.clock() + 1_000)).toBe(true);
    expect(await flag(game.clock())).toBe(false);
  });

  it('within the first hour makes a suspect, whose reputation suffers once for each wreck', async () => {
    const { wreckId } = await wreckOf('Ox-5');
    const robber = await finderOf('Robber');
    const offer = (await robber.ok('listWrecks')).items.find(({ id }) => id === wreckId);
    expect(offer?.action.confirm).toBe('danger');
    expect(offer?.suspectBefore).not.toBeNull();
    const take = () =>
      robber.ok('salvageWreck', {
        params: { id: wreckId },
        body: { items: [{ commodity: 'fuel', quantity: 1 }] },
      });
    const reply = await take();
    expect(reply.suspectUntil).toBe(new Date(game.clock() + 3_600_000).toISOString());
    await take();
    const { player } = await robber.state();
    expect(player).toMatchObject({
      personalReputation: -25,
      suspectUntil: new Date(game.clock() + 2 * 3_600_000).toISOString(),
    });
  });

  it('of two who want the same units gives them once', async () => {
    const { wreckId } = await wreckOf('Ox-6');
    await makeOld(wreckId);
    const finders = [await finderOf('Twin-A'), await finderOf('Twin-B')];
    const fuel =
      (await finders[0]?.ok('listWrecks'))?.items
        .find(({ id }) => id === wreckId)
        ?.items.find(({ commodity }) => commodity === 'fuel')?.quantity ?? 0;
    const answers = await Promise.all(
      finders.map((finder) =>
        finder.call('salvageWreck', {
          params: { id: wreckId },
          body: { items: [{ commodity: 'fuel', quantity: fuel }] },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.flatMap(({ code }) => code ?? [])).toEqual(['not_in_wreck']);
    const [held] = await game.database.sql<{ fuel: number }[]>`
      SELECT sum(c.quantity)::int AS fuel FROM ship_cargo c JOIN ships s ON s.id = c.ship_id
      JOIN players p ON p.active_ship_id = s.id WHERE p.callsign LIKE 'Twin-%' AND c.commodity = 'fuel'`;
    expect(held?.fuel).toBe(fuel);
  });

  it('refuses and changes nothing', async () => {
    const { pilot, wreckId } = await wreckOf('Ox-7');
    const [docked, tired] = [await game.join('Docked'), await finderOf('Tired')];
    await setTurns(game.database.sql, await tired.playerId(), 0);
    const far = await finderOf('Far');
    await far.ok('move', { body: { to: (await far.ok('listMoves')).moves[0]?.to ?? 0 } });
    const before = await snapshotWorld(game.database.sql);
    const salvage = (who: TestPlayer, items: unknown, id = wreckId) =>
      who.send('POST', `/wrecks/${id}/salvage`, { body: { items } });
    const tries = [
      ['ship_is_pod', await salvage(pilot, 'max')],
      ['must_undock', await salvage(docked, 'max')],
      ['insufficient_turns', await salvage(tired, 'max')],
      ['not_found', await salvage(far, 'max')],
      ['not_found', await salvage(tired, 'max', '01900000-0000-7000-8000-000000000000')],
      ['not_in_wreck', await salvage(tired, [{ commodity: 'fuel', quantity: 51 }])],
      ['validation_failed', await salvage(tired, [{ commodity: 'fuel', quantity: 0 }])],
      ['validation_failed', await salvage(tired, [{ commodity: 'fuel', quantity: -1 }])],
      ['validation_failed', await salvage(tired, [{ commodity: 'fuel', quantity: 1.5 }])],
      ['validation_failed', await salvage(tired, [])],
      ['validation_failed', await salvage(tired, 'everything')],
    ] as const;
    for (const [code, answer] of tries) expect(answer.code).toBe(code);
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
  });
});
