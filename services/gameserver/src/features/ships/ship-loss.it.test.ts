import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import { hangContract } from '../../testing/contracts.ts';
import { buyShip as buy, codesOf as codes, joinRich } from '../../testing/ship-owners.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { failOverdueContracts } from '../station-contracts/index.ts';
import { burnFuses } from './index.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const rich = (name: string, credits?: number) => joinRich(game, name, credits);

const FUSE_MS = 30_000;

/** Every fuse that burns now has burnt down; how many ships that destroyed. */
const burnDown = () => burnFuses(game.deps, game.clock() + FUSE_MS);

/** Lights the fuse of the ship he flies. */
const light = async (pilot: TestPlayer) => {
  const { ship } = await pilot.state();
  return pilot.call('selfDestruct', {
    params: { id: ship?.id ?? '' },
    body: { confirm: ship?.name ?? '' },
  });
};

describe('a ship dies once (I-19)', () => {
  const deathsOf = async (shipId: string) => {
    const [row] = await game.database.sql<{ deaths: number; pods: number; aboard: number }[]>`
      SELECT (SELECT count(*)::int FROM ship_registry_event WHERE ship_id = ${shipId} AND kind = 'destroyed') AS deaths,
             (SELECT count(*)::int FROM ships p WHERE p.type = 'escape_pod' AND p.owner_id = s.owner_id) AS pods,
             (SELECT count(*)::int FROM ship_cargo c WHERE c.ship_id = s.id) AS aboard
      FROM ships s WHERE s.id = ${shipId}`;
    return row;
  };

  it('of several who blow it up at once, by one of them', async () => {
    const pilot = await rich('Phoenix');
    const { ship } = await pilot.state();
    await pilot.undock();
    const answers = await Promise.all(Array.from({ length: 5 }, () => light(pilot)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(codes(answers))).toEqual(new Set(['fuse_burning']));
    expect(await burnFuses(game.deps, game.clock() + FUSE_MS - 1)).toBe(0);
    const rounds = await Promise.all(Array.from({ length: 5 }, burnDown));
    expect(rounds.reduce((sum, gone) => sum + gone, 0)).toBe(1);
    expect(await deathsOf(ship?.id ?? '')).toEqual({ deaths: 1, pods: 1, aboard: 0 });
    expect(
      (await pilot.call('selfDestruct', { params: { id: ship?.id ?? '' }, body: { confirm: '' } })).code,
    ).toBe('not_found');
  });

  it('while it flies, throws out goods and is given up in other tabs', async () => {
    for (let round = 0; round < 3; round += 1) {
      const pilot = await rich(`Tabs-${round}`);
      const { ship } = await pilot.state();
      const id = ship?.id ?? '';
      await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 4 } });
      await pilot.undock();
      const [away] = (await pilot.ok('listMoves')).moves;
      await light(pilot);
      const answers = await Promise.all([
        pilot.call('jettisonCargo', {
          params: { id },
          body: { items: [{ commodity: 'maintenance_kit', quantity: 1 }] },
        }),
        burnDown().then(() => ({ status: 200 })),
        pilot.call('move', { body: { to: away?.to ?? 0 } }),
        burnDown().then(() => ({ status: 200 })),
        pilot.call('handleKit', { params: { id }, body: { do: 'use' } }),
      ]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await deathsOf(id)).toEqual({ deaths: 1, pods: 1, aboard: 0 });
      const { ship: pod, cargo } = await pilot.state();
      expect([pod?.type, cargo]).toEqual(['escape_pod', []]);
    }
  });
});

describe('a fuse', () => {
  it('is stopped by its owner alone, in any tab and after a reload', async () => {
    const [pilot, other] = [await rich('Second-thoughts'), await rich('Bystander')];
    await pilot.undock();
    await other.undock();
    const id = (await pilot.state()).ship?.id ?? '';
    expect((await pilot.call('defuseShip', { params: { id } })).code).toBe('fuse_not_burning');
    expect((await light(pilot)).status).toBe(200);
    const { own } = await pilot.ok('getShip', { params: { id } });
    expect(own?.fuseAt).toBe(new Date(game.clock() + FUSE_MS).toISOString());
    expect(own?.actions.find((action) => action.id === 'ship_defuse')).toMatchObject({ enabled: true });
    expect((await other.call('defuseShip', { params: { id } })).code).toBe('forbidden');
    await pilot.ok('defuseShip', { params: { id } });
    expect(await burnDown()).toBe(0);
    expect((await pilot.state()).ship?.id).toBe(id);
  });

  it('is stopped or burns down, never both', async () => {
    const pilot = await rich('Hesitant');
    await pilot.undock();
    const id = (await pilot.state()).ship?.id ?? '';
    await light(pilot);
    const [gone, stopped] = await Promise.all([burnDown(), pilot.call('defuseShip', { params: { id } })]);
    expect(gone + (stopped.status === 200 ? 1 : 0)).toBe(1);
  });

  it('goes out aboard a ship that is docked or left by then', async () => {
    const [docker, leaver] = [await rich('Docker'), await rich('Quitter')];
    const station = (await docker.state()).location?.stationId ?? '';
    await docker.undock();
    await light(docker);
    await docker.ok('dock', { params: { id: station } });
    const scout = await buy(leaver, 'scout_ship', 'Kestrel');
    await leaver.ok('activateShip', { params: { id: scout } });
    await leaver.undock();
    await light(leaver);
    await leaver.ok('abandonShip', { params: { id: scout }, body: { confirm: 'Kestrel' } });
    expect(await burnDown()).toBe(0);
    expect((await docker.state()).ship?.type).toBe('light_freighter');
    const [lit] = await game.database.sql`SELECT 1 FROM ships WHERE fuse_at IS NOT NULL`;
    expect(lit).toBeUndefined();
  });
});

describe('the way back', () => {
  it('takes a job along that was loaded into a pod, and no pod has a name of its own', async () => {
    const pilot = await game.join('Podling');
    await pilot.undock();
    await light(pilot);
    await burnDown();
    await pilot.ok('rescuePod', { body: {} });
    const { ship: pod, location } = await pilot.state();
    const podId = { params: { id: pod?.id ?? '' } };
    expect((await pilot.call('patchShip', { ...podId, body: { name: 'Nutshell' } })).code).toBe(
      'ship_is_pod',
    );
    const here = location?.stationId ?? '';
    const [done, open] = [
      await hangContract(game, here, { quantity: 5 }),
      await hangContract(game, here, { quantity: 5 }),
    ];
    for (const job of [done, open]) {
      await pilot.ok('acceptContract', { params: { id: job } });
      await pilot.ok('pickupContract', { params: { id: job } });
      if (job === done) await pilot.ok('deliverContract', { params: { id: job }, body: {} });
    }
    await pilot.ok('borrowShip', { body: {} });
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(0);
    const freighter = await pilot.state();
    expect(freighter.ship).toMatchObject({ type: 'light_freighter', cargoUsed: 5 });
    await pilot.ok('deliverContract', { params: { id: open }, body: {} });
    expect((await pilot.state()).ship?.cargoUsed).toBe(0);
  });

  it('leads from a lost ship by pod, tug and loan to a trading ship, at most three times', async () => {
    const pilot = await game.join('Castaway');
    const playerId = await pilot.playerId();
    const blowUp = async () => {
      await pilot.undock();
      const { ship } = await pilot.state();
      const id = ship?.id ?? '';
      expect((await pilot.call('selfDestruct', { params: { id }, body: { confirm: 'wrong' } })).code).toBe(
        'validation_failed',
      );
      await light(pilot);
      await burnDown();
      expect((await pilot.state()).ship).toMatchObject({ type: 'escape_pod', hull: 150, cargoCapacity: 5 });
    };
    await blowUp();
    expect((await pilot.call('borrowShip', { body: {} })).code).toBe('not_docked');
    await setTurns(game.database.sql, playerId, 7);
    await pilot.ok('rescuePod', { body: {} });
    expect((await pilot.state()).turns.turns).toBe(0);
    expect((await pilot.state()).location?.state).toBe('docked');
    expect((await pilot.call('rescuePod', { body: {} })).code).toBe('already_docked');
    for (let loan = 1; loan <= 3; loan++) {
      const both = await Promise.all([1, 2].map(() => pilot.call('borrowShip', { body: {} })));
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      const { ship } = await pilot.state();
      expect(ship).toMatchObject({ type: 'light_freighter', isLoaner: true });
      const id = ship?.id ?? '';
      expect((await pilot.call('upgradeShip', { params: { id }, body: { kind: 'hull' } })).code).toBe(
        'loaner_ship',
      );
      await blowUp();
      await pilot.ok('rescuePod', { body: {} });
    }
    const answer = await pilot.call('borrowShip', { body: {} });
    expect(answer).toMatchObject({ code: 'not_eligible', body: { why: 'limit' } });
    await game.database.sql`
      UPDATE ships SET created_at = created_at - interval '31 days' WHERE owner_id = ${playerId} AND is_loaner`;
    await pilot.ok('borrowShip', { body: {} });
    expect((await pilot.ok('listShips')).items).toHaveLength(1);
  });

  it('leads back into a derelict, which others may claim after an hour', async () => {
    const [pilot, finder] = [await rich('Leaver'), await rich('Finder')];
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    await pilot.ok('handleKit', {
      params: { id: (await pilot.state()).ship?.id ?? '' },
      body: { do: 'buy', quantity: 1 },
    });
    const bound = (await pilot.state()).ship?.id ?? '';
    await pilot.ok('activateShip', { params: { id: scout } });
    await pilot.undock();
    expect(
      (await pilot.call('abandonShip', { params: { id: bound }, body: { confirm: 'Grey Heron' } })).code,
    ).toBe('ship_not_active');
    await pilot.ok('abandonShip', { params: { id: scout }, body: { confirm: 'Kestrel' } });
    await finder.undock();
    const seen = (await finder.ok('listShips')).derelicts.find(({ id }) => id === scout);
    expect(seen).toMatchObject({ isOwn: false, cost: 7_500, action: { reason: 'claim_locked' } });
    expect((await finder.call('sellShip', { params: { id: scout } })).status).toBe(403);
    await game.database
      .sql`UPDATE ships SET derelict_at = derelict_at - interval '1 hour' WHERE id = ${scout}`;
    const [mine, his] = await Promise.all([
      pilot.call('claimShip', { params: { id: scout } }),
      finder.call('claimShip', { params: { id: scout } }),
    ]);
    expect([mine, his].filter(({ status }) => status === 200)).toHaveLength(1);
    if (mine.status === 200) expect((await pilot.state()).ship?.id).toBe(scout);
    else expect((await finder.ok('listShips')).items.map(({ id }) => id)).toContain(scout);
  });
});
