import type { CommodityKey, LimitedTradeLine } from '@sw/rules';
import { COMMODITY_KEYS } from '@sw/rules';
import type { Beliefs, Insight } from '../players/beliefs.ts';
import { commodityKey, fillBeliefs } from '../players/beliefs.ts';
import { turnsTo } from '../players/fly.ts';
import { noteWhatHeCanPay } from '../players/ladder.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { line, trade } from '../players/trade.ts';
import { beliefsOf } from './planning-columns.ts';

const DOCK_TURNS = 1;
/** Goods go elsewhere only for this much more than they bring here. */
const WORTH_CARRYING_ON = 1.1;

/** Sells what this station takes, unless another one he knows pays clearly more for the way. */
export function sellCargo(setting: SimSetting, pilot: Pilot, nowMs: number, insight: Insight): void {
  const station = setting.world.stations[pilot.station];
  if (station === undefined || pilot.hold.items.length === 0) return;
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight, nowMs }, beliefs);
  const lines: LimitedTradeLine[] = [];
  for (const { kind, quantity } of pilot.hold.items) {
    const market = station.markets.find(({ commodity }) => commodityKey(commodity) === kind);
    if (market === undefined || Number.isNaN(beliefs.bid[market.index])) continue;
    const taken = Math.floor(Math.min(quantity, market.row.capacity - market.row.stock));
    const here = revenueAt(beliefs, market.index, taken);
    const elsewhere = bestElsewhere(setting, pilot, beliefs, market.commodity, taken).value;
    const isAskedFor = pilot.chain?.targets.sellStationId === station.trade.id;
    if (taken > 0 && (isAskedFor || here * WORTH_CARRYING_ON >= elsewhere)) {
      lines.push(line('sell', commodityKey(market.commodity), taken));
    }
  }
  if (lines.length > 0) trade(setting, pilot, lines, nowMs);
  noteWhatHeCanPay(setting, pilot);
}

function revenueAt(beliefs: Beliefs, market: number, quantity: number): number {
  return (
    quantity * (beliefs.bid[market] as number) - ((beliefs.bidSlope[market] as number) * quantity ** 2) / 2
  );
}

/** Where the goods that were not sold here go next; −1 where he knows nobody in reach. */
export function buyerElsewhere(setting: SimSetting, pilot: Pilot, nowMs: number, insight: Insight): number {
  const [most] = [...pilot.hold.items].sort((a, b) => b.quantity - a.quantity);
  const commodity = most === undefined ? -1 : COMMODITY_KEYS.indexOf(most.kind as CommodityKey);
  if (most === undefined || commodity < 0) return -1;
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight, nowMs }, beliefs);
  return bestElsewhere(setting, pilot, beliefs, commodity, most.quantity).station;
}

function bestElsewhere(
  setting: SimSetting,
  pilot: Pilot,
  beliefs: Beliefs,
  commodity: number,
  quantity: number,
): { readonly value: number; readonly station: number } {
  let best = { value: 0, station: -1 };
  for (const market of setting.world.markets) {
    if (market.commodity !== commodity || market.station === pilot.station) continue;
    if (Number.isNaN(beliefs.bid[market.index])) continue;
    const node = setting.world.stations[market.station]?.node ?? 0;
    const turns = turnsTo(setting, pilot, node) + DOCK_TURNS;
    if (turns > pilot.turns.turns) continue;
    const taken = Math.min(quantity, beliefs.room[market.index] as number);
    const value = revenueAt(beliefs, market.index, taken) - pilot.turnValue * turns;
    if (value > best.value) best = { value, station: market.station };
  }
  return best;
}
