import { dock, flyTo, turnsTo } from '../players/fly.ts';
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
  const node = nearestUnseen(setting, pilot);
  const turns = node < 0 ? Number.POSITIVE_INFINITY : turnsTo(setting, pilot, node);
  if (turns > reach || turns + DOCK_TURNS > pilot.turns.turns) return false;
  flyTo(setting, pilot, node, nowMs);
  if ((setting.world.stationAt[node] as number) >= 0) dock(setting, pilot, nowMs);
  return true;
}

/** How far the nearest unseen sector is; infinity when he has seen them all. */
export function turnsToNearestUnseen(setting: SimSetting, pilot: Pilot): number {
  const node = nearestUnseen(setting, pilot);
  return node < 0 ? Number.POSITIVE_INFINITY : turnsTo(setting, pilot, node);
}

function nearestUnseen(setting: SimSetting, pilot: Pilot): number {
  let best = -1;
  let bestTurns = Number.POSITIVE_INFINITY;
  for (let node = 0; node < pilot.visited.length; node++) {
    if (pilot.visited[node] === 1) continue;
    const turns = turnsTo(setting, pilot, node);
    if (turns < bestTurns) {
      best = node;
      bestTurns = turns;
    }
  }
  return best;
}
