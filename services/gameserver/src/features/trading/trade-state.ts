import type { AdvantageInput, TradeContext, TradeState } from '@sw/rules';
import type { StoredMarketRow, StoredStation } from '../markets/index.ts';
import { toMarketRow, toTradeStation } from '../markets/index.ts';
import type { CargoRow, PlayerRow, ShipRow } from '../player/index.ts';
import { holdOf } from '../player/index.ts';

/** What the rules decide a trade on, put together from rows. */
export const tradeStateOf = (rows: {
  readonly player: PlayerRow;
  readonly ship: ShipRow | undefined;
  readonly cargo: readonly CargoRow[];
  readonly credits: bigint;
  readonly station: StoredStation;
  readonly regionTaxBp: number;
  readonly markets: readonly StoredMarketRow[];
}): TradeState => ({
  hasActiveShip: rows.ship !== undefined,
  dockedStationId: rows.ship?.status === 'docked' ? rows.ship.stationId : null,
  credits: rows.credits,
  hold: holdOf(rows.ship, rows.cargo),
  station: toTradeStation(rows.station, rows.player.id, rows.regionTaxBp),
  markets: rows.markets.map(toMarketRow),
});

/** Rank and reputation make the advantage; standings join with factions. */
export const advantageOf = (player: PlayerRow): AdvantageInput => ({
  rankLevel: player.rankLevel,
  standing: null,
  personalReputation: player.personalReputation,
});

export const tradeContextOf = (
  player: PlayerRow,
  economySecret: Uint8Array,
  nowMs: number,
): TradeContext => ({
  nowMs,
  economySecret,
  advantage: advantageOf(player),
});
