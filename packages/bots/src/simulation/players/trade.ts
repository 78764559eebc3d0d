import type { CommodityKey, FirstShipAct, LimitedTradeLine, TradeContext, TradeState } from '@sw/rules';
import { applyTrade, COMMODITY_KEYS, checkTrade } from '@sw/rules';
import { settleSimMarket } from '../world/settle.ts';
import type { SimStation } from '../world/world.ts';
import { REGION_ID } from '../world/world.ts';
import { rememberStation } from './memory.ts';
import type { Pilot } from './pilot.ts';
import { awardProfit } from './rank.ts';
import type { SimSetting } from './setting.ts';
import { advanceStarterChain } from './starter-chain.ts';

const NO_LIMIT = 9_000_000_000_000_000n;

/** The station a player is docked at. Throws when he is in space. */
export function stationOf({ world }: SimSetting, pilot: Pilot): SimStation {
  const station = world.stations[pilot.station];
  if (station === undefined) throw new Error(`${pilot.id} is not docked`);
  return station;
}

/** What the rules decide a trade of this player on. */
export function tradeState(setting: SimSetting, pilot: Pilot): TradeState {
  const station = stationOf(setting, pilot);
  return {
    hasActiveShip: true,
    dockedStationId: station.trade.id,
    credits: setting.world.books.balanceOf(pilot.wallet),
    hold: pilot.hold,
    station: station.trade,
    markets: station.markets.map(({ row }) => row),
  };
}

/** The moment and the modifiers of a trade of this player. */
export function tradeContext({ world }: SimSetting, pilot: Pilot, nowMs: number): TradeContext {
  return {
    nowMs,
    economySecret: world.secret,
    advantage: { rankLevel: pilot.rankLevel, standing: null, personalReputation: 0 },
  };
}

/** One line of a basket without a limit: nothing comes between quote and trade here. */
export function line(side: 'buy' | 'sell', commodity: CommodityKey, quantity: number): LimitedTradeLine {
  return { side, commodity, quantity, limitTotal: side === 'buy' ? NO_LIMIT : 0n };
}

/**
 * Trades at the dock by check and apply of the game, and books legs, goods, rank points and the starter chain. False
 * where the rules refuse; a refusal changes nothing.
 */
export function trade(
  setting: SimSetting,
  pilot: Pilot,
  lines: readonly LimitedTradeLine[],
  nowMs: number,
): boolean {
  const { world } = setting;
  const station = stationOf(setting, pilot);
  for (const market of station.markets) settleSimMarket(world, market, nowMs);
  const state = tradeState(setting, pilot);
  const context = tradeContext(setting, pilot, nowMs);
  const command = { stationId: station.trade.id, lines };
  if (checkTrade(state, command, context) !== null) return false;
  const outcome = applyTrade(state, command, context);
  world.books.post(outcome.legs, { playerId: pilot.id, regionId: REGION_ID, stationId: station.trade.id });
  pilot.hold = outcome.hold;
  for (const row of outcome.markets) {
    const market = station.markets.find(({ commodity }) => COMMODITY_KEYS[commodity] === row.commodity);
    if (market !== undefined) market.row = row;
  }
  for (const { commodity, quantity } of lines) {
    const market = station.markets.find((other) => COMMODITY_KEYS[other.commodity] === commodity);
    if (market !== undefined)
      setting.volume[market.index] = (setting.volume[market.index] as number) + quantity;
  }
  awardProfit(pilot, outcome.realisedProfit);
  const acts = outcome.lines.map(
    ({ side, commodity, quantity }): FirstShipAct => ({
      type: side === 'buy' ? 'bought' : 'sold',
      stationId: station.trade.id,
      commodity,
      quantity,
    }),
  );
  advanceStarterChain(setting, pilot, acts);
  rememberStation(pilot, station, nowMs);
  pilot.lastTradeAtMs = nowMs;
  return true;
}
