import { dock, flyTo } from '../players/fly.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';

/** How far a trader goes for one sector he has not seen. */
const SCOUT_REACH = 12;
const DOCK_TURNS = 1;

/**
 * Flies to the nearest sector he has not been to, while his share of scouting lasts, and docks where a station is.
 * False when there is nothing to scout or the turns do not reach.
 */
export function scout(setting: SimSetting, pilot: Pilot, percent: number, nowMs: number): boolean {
  if (pilot.scoutedTurns * 100 >= pilot.turnBook.spent * percent) return false;
  const before = pilot.turnBook.spent;
  const isDone = visitNearestUnseen(setting, pilot, SCOUT_REACH, nowMs);
  pilot.scoutedTurns += pilot.turnBook.spent - before;
  return isDone;
}

/** One flight to the nearest unseen sector within reach. */
export function visitNearestUnseen(setting: SimSetting, pilot: Pilot, reach: number, nowMs: number): boolean {
  const travel = setting.travelOf(pilot.shipType, pilot.upgrades);
  let best = -1;
  let bestTurns = Math.min(reach, pilot.turns.turns - DOCK_TURNS) + 1;
  for (let node = 0; node < pilot.visited.length; node++) {
    if (pilot.visited[node] === 1 || node === pilot.node) continue;
    const turns = travel.turnsBetween(pilot.node, node);
    if (turns < bestTurns) {
      best = node;
      bestTurns = turns;
    }
  }
  if (best < 0) return false;
  flyTo(setting, pilot, best, nowMs);
  if ((setting.world.stationAt[best] as number) >= 0) dock(setting, pilot, nowMs);
  return true;
}
