import type { EndpointDeclaration } from '@sw/contracts';
import type { AnyStatement } from '@sw/db';
import { advantage, settleMarket, unitPricesOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import type { PlayerRow } from '../player/index.ts';
import { toMarketRow, toTradeStation } from './market-row.ts';
import { findMarkets, findStation } from './markets.repository.ts';
import { rememberPrices } from './price-memory.repository.ts';

/**
 * Reads the prices of a station as this player sees them and returns the statements that write them into his
 * price memory: docking and leaving the market teach prices (rule book, economy 2.5).
 */
export const rememberStation = async <E extends EndpointDeclaration>(
  deps: Deps,
  command: Command<E>,
  player: PlayerRow,
  stationId: string,
  nowMs: number,
): Promise<AnyStatement[]> => {
  const [stations, markets] = await command.load(
    findStation(command.sql, stationId),
    findMarkets(command.sql, stationId),
  );
  const [row] = stations;
  if (row === undefined || markets.length === 0) return [];
  const station = toTradeStation(row, player.id, 0);
  const { advantageBp } = advantage(
    { rankLevel: player.rankLevel, standing: null, personalReputation: player.personalReputation },
    row.facility,
  );
  const prices = markets.map((market) => {
    const settled = settleMarket(toMarketRow(market), stationId, nowMs, deps.keys.economy);
    return {
      commodity: settled.commodity,
      direction: settled.direction,
      ...unitPricesOf(settled, station, { advantageBp, eventBp: 0 }),
      stockTenths: Math.floor((settled.stock * 10) / settled.capacity),
    };
  });
  return [rememberPrices(command.sql, player.id, stationId, prices, nowMs)];
};
