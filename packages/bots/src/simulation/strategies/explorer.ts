import { settlePilot } from '../players/fly.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { turnsToNearestUnseen, visitNearestUnseen } from './scout.ts';
import { traderAct } from './trader.ts';

/** Pockets nobody can enter without a secret way stay unseen. */
const WORTH_THE_WAY = 60;

/** Sees every sector of the region first, then trades with what he knows. */
export function explorerAct(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  settlePilot(pilot, nowMs);
  const unseen = turnsToNearestUnseen(setting, pilot);
  if (unseen < WORTH_THE_WAY) return visitNearestUnseen(setting, pilot, WORTH_THE_WAY, nowMs);
  return traderAct(setting, pilot, nowMs, {
    insight: 'rules',
    looksAhead: true,
    scoutPercent: 0,
    takesJobs: true,
    buysLadder: true,
  });
}
