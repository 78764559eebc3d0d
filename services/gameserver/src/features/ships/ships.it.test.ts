import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import { giveCredits } from '../../testing/arrange.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(async () => {
  const audit = await auditLedger(game.db, game.clock());
  await game.stop();
  expect(audit).toMatchObject({ ok: true, findings: [] });
});

const rich = async (name: string, credits = 1_000_000): Promise<TestPlayer> => {
  const player = await game.join(name);
  await giveCredits(game.db, await player.playerId(), BigInt(credits), game.clock());
  return player;
};

describe('the shipyard', () => {
  it('sells a ship, docked where the buyer is and without a pilot', async () => {
    const buyer = await rich('Buyer');
    const before = await buyer.state();
    const { shipId, credits } = await buyer.ok('purchaseShip', {
      body: { type: 'scout_ship', name: 'Kestrel' },
    });
    expect(credits).toBe(before.credits - 25_000);
    const { items, used } = await buyer.ok('listShips');
    expect(used).toBe(2);
    const scout = items.find(({ id }) => id === shipId);
    expect(scout).toMatchObject({ type: 'scout_ship', isActive: false, status: 'docked', cargoCapacity: 10 });
    expect((await buyer.state()).ship?.id).toBe(before.ship?.id);
    await buyer.ok('activateShip', { params: { id: shipId } });
    expect((await buyer.state()).ship).toMatchObject({ id: shipId, turnsPerWarp: 2 });
    const { shipId: hauler } = await buyer.ok('purchaseShip', {
      body: { type: 'cargo_hauler', name: 'Great Ox', tradeIn: shipId },
    });
    expect((await buyer.state()).ship).toMatchObject({ id: hauler, cargoCapacity: 100 });
    expect((await buyer.state()).credits).toBe(before.credits - 25_000 + 12_500 - 50_000);
  });
});
