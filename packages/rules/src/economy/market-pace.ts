import { PLAYERS_PER_DEPTH } from './constants.ts';
import type { MarketRow } from './types.ts';

/** What a market makes and holds for one player. */
export interface MarketBase {
  readonly capacity: number;
  readonly flowPerHour: number;
}

/** How many times deeper than for one player markets are, as a fraction. */
export interface MarketDepth {
  readonly times: number;
  readonly of: number;
}

/**
 * How deep markets are where `activePlayers` share them: between two public prices so many of them reach for the same
 * one that its shelf would be empty long before the next (docs/rule-changes.md). One player finds them as they are.
 */
export function marketDepth(activePlayers: number): MarketDepth {
  return { times: PLAYERS_PER_DEPTH + Math.max(1, activePlayers) - 1, of: PLAYERS_PER_DEPTH };
}

/** The factor of the flow: what one player finds again tomorrow, everybody does (rule book, economy 3.1). */
export function flowFactor(activePlayers: number): number {
  return Math.max(1, activePlayers);
}

/**
 * A market for `activePlayers` active players (rule book, economy 3.1): flow by their number, capacity by
 * `marketDepth`, rounded down. The stock keeps its share of the capacity, rounded down, so that the price stays; what
 * that adds or takes is production or consumption. Settle the row first.
 */
export function paceMarket(row: MarketRow, base: MarketBase, activePlayers: number): MarketRow {
  const { times, of } = marketDepth(activePlayers);
  const capacity = Math.floor((base.capacity * times) / of);
  const flowPerHour = base.flowPerHour * flowFactor(activePlayers);
  if (capacity === row.capacity) return { ...row, flowPerHour };
  const stock = Math.floor((row.stock * capacity) / row.capacity);
  return { ...row, flowPerHour, capacity, stock, version: row.version + 1 };
}
