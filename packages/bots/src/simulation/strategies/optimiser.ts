import type { UpgradeKind } from '@sw/rules';
import { isTraded, orderTotal, priceTerms } from '@sw/rules';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { stationOf } from '../players/trade.ts';
import { improve } from './improve.ts';
import { traderAct } from './trader.ts';

/** What earns: speed and room, in the order in which a turn of them pays back soonest. */
const WANTED: readonly UpgradeKind[] = ['cargo_hold', 'engine'];

/** The most that any buy-and-sell-back at one station has brought; below zero as long as the rules hold (I-4, I-5). */
export interface LoopSearch {
  tried: number;
  bestGain: bigint;
}

/**
 * Sees every stock in the region, plans ahead, upgrades his hull, and tries at each dock whether buying and selling
 * back brings anything: the upper bound of what trade can earn.
 */
export function optimiserAct(setting: SimSetting, pilot: Pilot, nowMs: number, loops: LoopSearch): boolean {
  if (pilot.station >= 0) {
    searchLoops(setting, pilot, loops);
    if (pilot.shipType === 'cargo_hauler' && improve(setting, pilot, WANTED, nowMs)) return true;
  }
  return traderAct(setting, pilot, nowMs, {
    insight: 'everything',
    looksAhead: true,
    scoutPercent: 0,
    takesJobs: true,
    buysLadder: true,
  });
}

function searchLoops(setting: SimSetting, pilot: Pilot, loops: LoopSearch): void {
  const station = stationOf(setting, pilot);
  const modifiers = { advantageBp: 0, eventBp: 0 };
  for (const { row } of station.markets) {
    if (!isTraded(row, 'buy') || !isTraded(row, 'sell')) continue;
    for (const quantity of [1, pilot.hold.capacity]) {
      if (quantity > row.stock) continue;
      const paid = orderTotal('buy', priceTerms('buy', row, station.trade, modifiers), quantity).net;
      const after = { ...row, stock: row.stock - quantity };
      const got = orderTotal('sell', priceTerms('sell', after, station.trade, modifiers), quantity).net;
      loops.tried += 1;
      if (loops.tried === 1 || got - paid > loops.bestGain) loops.bestGain = got - paid;
    }
  }
}
