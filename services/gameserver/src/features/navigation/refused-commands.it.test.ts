import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStock } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;
let player: TestPlayer;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => stopBalanced(game));
beforeEach(async () => {
  joined += 1;
  player = await game.join(`refused${joined}`);
});

interface Refused {
  readonly status: number;
  readonly code: string | undefined;
}

/** Runs a command that must be refused, and holds the world before against the world after. */
const refuse = async (command: () => Promise<Refused>): Promise<string | undefined> => {
  const before = await snapshotWorld(game.database.sql);
  const { status, code } = await command();
  expect(status).toBeGreaterThanOrEqual(400);
  expect(await snapshotWorld(game.database.sql)).toEqual(before);
  return code;
};

const stationOf = async (): Promise<string> => (await player.state()).location?.stationId ?? '';

/** A good the station sells, plenty of it, with what one unit costs. */
const goodForSale = async (stationId: string) => {
  const market = await player.ok('getMarket', { params: { id: stationId } });
  const commodity = market.rows.find(({ side }) => side === 'sells')?.commodity ?? 'ore';
  await setStock(game.database.sql, stationId, commodity, 500);
  const { rows } = await player.ok('getMarket', { params: { id: stationId } });
  return { commodity, ask: rows.find((row) => row.commodity === commodity)?.ask ?? 0 };
};

const farAway = async (): Promise<number> => {
  const { moves, sectorId } = await player.ok('listMoves');
  const near = new Set([sectorId, ...moves.map(({ to }) => to)]);
  return [...Array(50).keys()].map((offset) => sectorId + offset).find((id) => !near.has(id)) ?? 0;
};

describe('a refused move', () => {
  it('leaves everything as it was', async () => {
    expect(await refuse(() => player.call('move', { body: { to: 5_002 } }))).toBe('must_undock');
    await player.undock();
    const { moves, sectorId } = await player.ok('listMoves');
    const target = moves[0]?.to ?? 0;
    const far = await farAway();
    expect(await refuse(() => player.call('move', { body: { to: sectorId } }))).toBe('already_there');
    expect(await refuse(() => player.call('move', { body: { to: far } }))).toBe('no_warp');
    expect(await refuse(() => player.call('move', { body: { to: target, maxCost: 1 } }))).toBe(
      'cost_changed',
    );
    expect(await refuse(() => player.call('move', { body: { to: 999_999 } }))).toBe('not_found');
    expect(await refuse(() => player.call('move', { body: { to: -1 } }))).toBe('validation_failed');
    const extra = { to: target, turns: 0 } as { to: number };
    expect(await refuse(() => player.call('move', { body: extra }))).toBe('validation_failed');
    expect(await refuse(() => player.call('autopilot', { body: { to: sectorId } }))).toBe('already_there');
  });

  it('gives its key back: the same request passes once the reason is gone', async () => {
    const { moves } = await player.ok('listMoves');
    const call = { key: randomUUID(), body: { to: moves[0]?.to ?? 0 } };
    expect(await refuse(() => player.call('move', call))).toBe('must_undock');
    await player.undock();
    const answer = await player.call('move', call);
    expect([answer.status, answer.headers['idempotent-replay']]).toEqual([200, undefined]);
  });
});

describe('refused docking', () => {
  it('leaves everything as it was', async () => {
    const stationId = await stationOf();
    expect(await refuse(() => player.call('dock', { params: { id: stationId } }))).toBe('already_docked');
    await player.undock();
    expect(await refuse(() => player.call('undock', { params: { id: stationId } }))).toBe('not_docked');
    expect(await refuse(() => player.call('dock', { params: { id: randomUUID() } }))).toBe('not_found');
    const { moves } = await player.ok('listMoves');
    await player.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    expect(await refuse(() => player.call('dock', { params: { id: stationId } }))).toBe('not_in_sector');
  });
});

describe('a refused trade', () => {
  it('leaves everything as it was', async () => {
    const stationId = await stationOf();
    const { commodity, ask } = await goodForSale(stationId);
    const buy = (quantity: number, limitTotal: number) =>
      player.call('execute', {
        body: { stationId, lines: [{ side: 'buy', commodity, quantity, limitTotal }] },
      });
    expect(await refuse(() => buy(1, ask - 1))).toBe('price_changed');
    expect(await refuse(() => buy(51, 10 ** 9))).toBe('cargo_full');
    await setStock(game.database.sql, stationId, commodity, 4);
    expect(await refuse(() => buy(5, 10 ** 9))).toBe('insufficient_stock');
    expect(await refuse(() => buy(0, 1))).toBe('validation_failed');
    expect(await refuse(() => buy(1.5, 1_000))).toBe('validation_failed');
    const sell = { side: 'sell', commodity, quantity: 1, limitTotal: 0 } as const;
    expect(await refuse(() => player.call('execute', { body: { stationId, lines: [sell] } }))).toBe(
      'commodity_not_traded',
    );
    const elsewhere = {
      stationId: randomUUID(),
      lines: [{ side: 'buy', commodity, quantity: 1, limitTotal: 100 }],
    };
    expect(await refuse(() => player.send('POST', '/trading/execute', { body: elsewhere }))).toBe(
      'not_docked',
    );
    await player.undock();
    expect(await refuse(() => buy(1, 10 ** 6))).toBe('not_docked');
  });

  it('is no way to read live prices from afar', async () => {
    const stationId = await stationOf();
    const { commodity } = await goodForSale(stationId);
    const lines = [{ side: 'buy', commodity, quantity: 1 }] as const;
    await player.ok('quote', { body: { stationId, lines: [...lines] } });
    await player.undock();
    expect(await refuse(() => player.call('quote', { body: { stationId, lines: [...lines] } }))).toBe(
      'not_docked',
    );
  });

  it('refuses a whole basket for its last line', async () => {
    const stationId = await stationOf();
    const { commodity, ask } = await goodForSale(stationId);
    const line = { side: 'buy', commodity, quantity: 1, limitTotal: ask * 2 } as const;
    const { rows } = await player.ok('getMarket', { params: { id: stationId } });
    const wanted = rows.find(({ side }) => side === 'buys')?.commodity ?? 'ore';
    const missing = { side: 'sell', commodity: wanted, quantity: 1, limitTotal: 0 } as const;
    const basket = { stationId, lines: [line, missing] };
    expect(await refuse(() => player.call('execute', { body: basket }))).toBe('not_in_cargo');
  });
});
