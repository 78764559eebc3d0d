import { settlePilot } from '../players/fly.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { visitNearestUnseen } from './scout.ts';
import { traderAct } from './trader.ts';

/** Sees every sector of the region first, then trades with what he knows. */
export function explorerAct(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  settlePilot(pilot, nowMs);
  if (pilot.visited.includes(0)) {
    return visitNearestUnseen(setting, pilot, pilot.turns.turns, nowMs);
  }
  return traderAct(setting, pilot, nowMs, {
    insight: 'rules',
    looksAhead: true,
    scoutPercent: 0,
    buysLadder: true,
  });
}
