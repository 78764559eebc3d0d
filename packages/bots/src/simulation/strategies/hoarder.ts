import { COMMODITY_KEYS, commodityOf } from '@sw/rules';
import { commodityKey, fillBeliefs } from '../players/beliefs.ts';
import { settlePilot, turnsTo } from '../players/fly.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { line, trade } from '../players/trade.ts';
import { flyAndDock } from './fly-and-dock.ts';
import { beliefsOf } from './planning-columns.ts';
import { traderAct } from './trader.ts';

const DAY_MS = 86_400_000;
/** He sells at this much above cost, or at any price when he has waited long enough. */
const WANTED_GAIN = 1.25;
const PATIENCE_MS = 7 * DAY_MS;
const NEAR = 30;

/** Buys what is cheap against its usual range, sits on it at the dock, and sells when some price he knows is high. */
export function hoarderAct(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  settlePilot(pilot, nowMs);
  if (pilot.station < 0 || pilot.chain !== null || nowMs - pilot.lastTradeAtMs > PATIENCE_MS) {
    return traderAct(setting, pilot, nowMs, {
      insight: 'screen',
      looksAhead: false,
      scoutPercent: 6,
      takesJobs: false,
      buysLadder: false,
    });
  }
  return pilot.hold.items.length === 0 ? hoard(setting, pilot, nowMs) : sellDear(setting, pilot, nowMs);
}

function hoard(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight: 'screen', nowMs }, beliefs);
  let best = -1;
  let bestLevel = Number.POSITIVE_INFINITY;
  for (const market of setting.world.markets) {
    const ask = beliefs.ask[market.index] as number;
    const node = setting.world.stations[market.station]?.node ?? 0;
    if (Number.isNaN(ask) || turnsTo(setting, pilot, node) > NEAR) continue;
    const { lo, hi } = commodityOf(commodityKey(market.commodity));
    const level = (ask - lo) / (hi - lo);
    if (level < bestLevel) {
      best = market.index;
      bestLevel = level;
    }
  }
  const market = setting.world.markets[best];
  if (market === undefined) return false;
  if (market.station !== pilot.station) return flyAndDock(setting, pilot, market.station, nowMs);
  const credits = Number(setting.world.books.balanceOf(pilot.wallet));
  const price = beliefs.ask[market.index] as number;
  const quantity = Math.min(
    pilot.hold.capacity,
    market.row.stock,
    Math.floor((credits * 0.9) / (price * 1.05)),
  );
  if (quantity > 0) trade(setting, pilot, [line('buy', commodityKey(market.commodity), quantity)], nowMs);
  return false;
}

function sellDear(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight: 'screen', nowMs }, beliefs);
  for (const market of setting.world.markets) {
    const item = pilot.hold.items.find(({ kind }) => kind === COMMODITY_KEYS[market.commodity]);
    const bid = beliefs.bid[market.index] as number;
    if (item === undefined || Number.isNaN(bid) || bid < Number(item.avgCost) * WANTED_GAIN) continue;
    if (market.station !== pilot.station) return flyAndDock(setting, pilot, market.station, nowMs);
    const quantity = Math.min(item.quantity, market.row.capacity - market.row.stock);
    return (
      quantity > 0 && trade(setting, pilot, [line('sell', commodityKey(market.commodity), quantity)], nowMs)
    );
  }
  return false;
}
