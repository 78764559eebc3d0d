import { unitPricesOf } from '@sw/rules';
import type { SimStation } from '../world/world.ts';
import type { Pilot } from './pilot.ts';

/** Writes down the live prices of the station a player is docked at; its rows must be settled. */
export function rememberStation(pilot: Pilot, station: SimStation, nowMs: number): void {
  const { memory } = pilot;
  for (const { index, row } of station.markets) {
    const { ask, bid } = unitPricesOf(row, station.trade, { advantageBp: 0, eventBp: 0 });
    memory.seenAtMs[index] = nowMs;
    memory.ask[index] = ask === null ? Number.NaN : Number(ask);
    memory.bid[index] = bid === null ? Number.NaN : Number(bid);
    memory.stock[index] = row.stock;
  }
}
