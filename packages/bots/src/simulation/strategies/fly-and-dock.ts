import { dock, flyTo, turnsTo } from '../players/fly.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';

const DOCK_TURNS = 1;

/** Flies to a station and docks; false where the turns do not reach. */
export function flyAndDock(setting: SimSetting, pilot: Pilot, station: number, nowMs: number): boolean {
  const node = setting.world.stations[station]?.node ?? 0;
  if (turnsTo(setting, pilot, node) + DOCK_TURNS > pilot.turns.turns) return false;
  flyTo(setting, pilot, node, nowMs);
  return dock(setting, pilot, nowMs);
}
