import type { AnyStatement, Sql } from '@sw/db';
import { advantage, settleMarket, unitPricesOf } from '@sw/rules';
import type { PlayerRow } from '../player/index.ts';
import type { StoredMarketRow, StoredStation } from './market-row.ts';
import { toMarketRow, toTradeStation } from './market-row.ts';
import type { RememberedPrice } from './price-memory.repository.ts';
import { rememberPrices } from './price-memory.repository.ts';

/** A station as the player finds it: its row and its market rows. */
export interface SeenStation {
  readonly station: StoredStation;
  readonly markets: readonly StoredMarketRow[];
}

/** The prices of a station as one player sees them at a moment: settled, with his advantage. */
const pricesSeenBy = (
  economySecret: Uint8Array,
  player: PlayerRow,
  { station, markets }: SeenStation,
  nowMs: number,
): RememberedPrice[] => {
  const priced = toTradeStation(station, player.id, 0);
  const { advantageBp } = advantage(
    { rankLevel: player.rankLevel, standing: null, personalReputation: player.personalReputation },
    station.facility,
  );
  return markets.map((market) => {
    const settled = settleMarket(toMarketRow(market), station.id, nowMs, economySecret);
    return {
      commodity: settled.commodity,
      direction: settled.direction,
      ...unitPricesOf(settled, priced, { advantageBp, eventBp: 0 }),
      stockTenths: Math.floor((settled.stock * 10) / settled.capacity),
      stock: settled.stock,
      capacity: settled.capacity,
    };
  });
};

/**
 * The statements that write the prices of stations, as this player sees them now, into his price memory
 * (rule book, economy 2.5: docking teaches prices): one for all of them.
 */
export const rememberStations = (
  sql: Sql,
  economySecret: Uint8Array,
  player: PlayerRow,
  seen: readonly SeenStation[],
  nowMs: number,
): AnyStatement[] => {
  const prices = seen.flatMap((one) =>
    pricesSeenBy(economySecret, player, one, nowMs).map((price) => ({
      ...price,
      stationId: one.station.id,
    })),
  );
  return prices.length === 0 ? [] : [rememberPrices(sql, player.id, prices, nowMs)];
};

/** The same for one station. */
export const rememberStation = (
  sql: Sql,
  economySecret: Uint8Array,
  player: PlayerRow,
  seen: SeenStation,
  nowMs: number,
): AnyStatement[] => rememberStations(sql, economySecret, player, [seen], nowMs);
