import { paceMarket, settleMarket } from '@sw/rules';
import { bookFlow } from './goods-book.ts';
import type { SimMarket, SimWorld } from './world.ts';

/** Brings a market to `nowMs` by the rule of the game and books what the station made or used up meanwhile. */
export function settleSimMarket(world: SimWorld, market: SimMarket, nowMs: number): void {
  const before = market.row;
  if (before.asOfMs >= nowMs) return;
  const stationId = world.stations[market.station]?.trade.id ?? '';
  market.row = settleMarket(before, stationId, nowMs, world.secret);
  bookFlow(world.goods, market.commodity, market.row.stock - before.stock);
}

/** Every market of the region, as the job at the full hour does. */
export function settleAll(world: SimWorld, nowMs: number): void {
  for (const market of world.markets) settleSimMarket(world, market, nowMs);
}

/**
 * `market.flow` (rule book, economy 3.1): settles every row at its old flow, then gives it flow and depth for
 * `activePlayers`, and books what the deeper shelf holds more.
 */
export function renewPace(world: SimWorld, activePlayers: number, nowMs: number): void {
  settleAll(world, nowMs);
  for (const station of world.stations) {
    for (const [slot, market] of station.markets.entries()) {
      const base = station.plan.market[slot];
      if (base === undefined) throw new Error(`station ${station.index} has no market ${slot}`);
      const before = market.row;
      market.row = paceMarket(before, base, activePlayers);
      bookFlow(world.goods, market.commodity, market.row.stock - before.stock);
    }
  }
}
