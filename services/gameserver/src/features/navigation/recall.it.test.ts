import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { AtlasSector } from '../universe/index.ts';

let game: TestGame;
let far: AtlasSector;
beforeAll(async () => {
  game = await createTestGame();
  const atlas = game.deps.atlas();
  const found = atlas
    .sectorsOf(atlas.terran)
    .find((s) => s.zone.kind === 'frontier' && s.pocketIndex === null);
  if (found === undefined) throw new Error('no frontier');
  far = found;
});
afterAll(() => game.stop());

describe('an emergency recall', () => {
  it('brings the ship to the capital for 75 turns, once a day', async () => {
    const player = await game.join('Stray');
    await placeShip(game, player, far.id);
    const offer = (await player.ok('getCurrentSector')).actions.find(({ id }) => id === 'recall');
    expect(offer).toMatchObject({ enabled: true, cost: { turns: 75 }, confirm: 'simple' });
    const answers = await Promise.all([player.call('recall'), player.call('recall')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { location, turns } = await player.state();
    expect([location?.sectorId, turns.turns]).toEqual([1, 925]);
    await placeShip(game, player, far.id);
    expect(await player.call('recall')).toMatchObject({ code: 'cooldown' });
  });

  it('leaves no cargo behind, except out of a pocket', async () => {
    const player = await game.join('Laden');
    const id = await placeShip(game, player, far.id);
    await game.database.sql`UPDATE ships SET cargo_used = 1 WHERE owner_id = ${id}`;
    expect(await player.call('recall')).toMatchObject({ code: 'hold_not_empty' });
    const atlas = game.deps.atlas();
    const pocket = atlas.sectorsOf(atlas.terran).find(({ pocketIndex }) => pocketIndex !== null);
    if (pocket === undefined) throw new Error('no pocket');
    await placeShip(game, player, pocket.id);
    expect((await player.call('recall')).status).toBe(200);
  });

  it('is refused at home, docked, without turns and to the wanted', async () => {
    const player = await game.join('Homely');
    expect(await player.call('recall')).toMatchObject({ code: 'must_undock' });
    const id = await placeShip(game, player, 1);
    expect(await player.call('recall')).toMatchObject({ code: 'already_there' });
    await placeShip(game, player, far.id);
    await setTurns(game.database.sql, id, 74);
    expect(await player.call('recall')).toMatchObject({ code: 'insufficient_turns' });
    await game.database.sql`
      UPDATE players SET wanted_until = ${new Date(game.clock() + 1_000)} WHERE id = ${id}`;
    expect(await player.call('recall')).toMatchObject({ code: 'wanted' });
    expect((await player.state()).location?.sectorId).toBe(far.id);
  });
});
