import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame, TestServer } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { AtlasSector } from '../universe/index.ts';

/* What is found at one server is known at the other: none keeps anything that the other would need. */

const CHART = { params: { regionName: 'terran-space' } };
/** On a busy machine the other process may take its time, and learns of company with its beat. */
const PATIENCE = { timeout: 15_000 };

let a: TestGame;
let b: TestServer;
let sectors: readonly AtlasSector[];
beforeAll(async () => {
  a = await createTestGame();
  b = await a.addServer();
  sectors = a.deps.atlas().sectorsOf(a.deps.atlas().terran);
}, 60_000);
afterAll(() => a.stop());

const nameAt = async (player: TestPlayer, server: TestServer, id: number): Promise<string> =>
  (await player.at(server).ok('getSector', { params: { id } })).name;
const unclaimed = (nth: number): AtlasSector => {
  const found = sectors.filter(({ zone, formations }) => zone.kind === 'border' && formations.length === 0);
  return found[nth] as AtlasSector;
};
const wayInto = ({ id }: AtlasSector): number =>
  sectors.find(({ warps }) => warps.some(({ to, isHidden }) => to === id && !isHidden))?.id ?? 0;
/** Somebody who is the first in a sector. */
const discoverer = async (callsign: string, sector: AtlasSector): Promise<TestPlayer> => {
  const player = await a.join(callsign);
  await placeShip(a, player, wayInto(sector));
  await player.ok('move', { body: { to: sector.id } });
  return player;
};

describe('the name a sector is given at one server', () => {
  it('is read at the other, and at one that starts later', { timeout: 30_000 }, async () => {
    const sector = unclaimed(0);
    const player = await discoverer('Namer', sector);
    await player.ok('nameSector', { params: { id: sector.id }, body: { name: 'Long Reach' } });
    expect(await nameAt(player, a, sector.id)).toBe('Long Reach');
    await expect.poll(() => nameAt(player, b, sector.id), PATIENCE).toBe('Long Reach');
    const c = await a.addServer();
    expect(await nameAt(player, c, sector.id)).toBe('Long Reach');
    await c.stop();
  });

  it('is read by a server that stood still while it was told', { timeout: 30_000 }, async () => {
    const sector = unclaimed(1);
    const player = await discoverer('Sleeper', sector);
    await a.database.sql`UPDATE sectors SET name = 'Missed Call', named_at = now() WHERE id = ${sector.id}`;
    expect(await nameAt(player, b, sector.id)).not.toBe('Missed Call');
    a.clock.advance(61_000);
    await expect.poll(() => nameAt(player, b, sector.id), PATIENCE).toBe('Missed Call');
  });
});

describe('what a player finds at one server', () => {
  it('is on his charts, in his dossiers and marks at the other at once', async () => {
    const landmark = sectors
      .flatMap(({ formations }) => formations)
      .find(({ kind }) => kind === 'crossroads');
    const centre = sectors[(landmark?.memberNumbers[0] ?? 1) - 1] as AtlasSector;
    const player = await a.join('Surveyor');
    await placeShip(a, player, wayInto(centre));
    await player.ok('move', { body: { to: centre.id } });
    await player.ok('scan', { body: { mode: 'deep' } });
    const id = centre.id;
    await player.ok('putNote', { params: { sectorId: id }, body: { text: 'seen from a' } });
    const answers = (server: TestServer) =>
      Promise.all([
        player.at(server).ok('getDossier', { params: { id } }),
        player.at(server).ok('getRegionChart', CHART),
        player.at(server).ok('listMoves'),
        player.at(server).ok('searchMap', { query: { q: 'seen from' } }),
        player.at(server).ok('getCurrentSector'),
        player.at(server).ok('listEvents'),
      ]);
    const [here, there] = [await answers(a), await answers(b)];
    expect(there).toEqual(here);
    expect(here[0].history.length).toBeGreaterThan(0);
  });

  it('is his alone: a hidden tunnel shows at the other server to him, and to nobody else', async () => {
    const secret = sectors.flatMap(({ warps }) => warps).find(({ isHidden }) => isHidden);
    const [player, other] = [await a.join('Sapper'), await a.join('Bystander')];
    for (const who of [player, other]) await placeShip(a, who, secret?.from ?? 0);
    const hasTunnel = async (who: TestPlayer): Promise<boolean> =>
      (await who.at(b).ok('listMoves')).moves.some(({ warpId }) => warpId === secret?.id);
    const playerId = await player.playerId();
    expect(await hasTunnel(player)).toBe(false);
    await a.database.sql`
      INSERT INTO player_known_warps (player_id, warp_id, via, at) VALUES (${playerId}, ${secret?.id ?? 0}, 'scan', now())`;
    expect(await hasTunnel(player)).toBe(true);
    expect(await hasTunnel(other)).toBe(false);
  });
});
