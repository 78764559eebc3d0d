import { leg } from '../ledger/legs.ts';
import { rollFault } from '../ships/condition.ts';
import { effectiveStats } from '../ships/effective-stats.ts';
import { AUTO_MAINTENANCE_BELOW_MILLI, afterKit } from '../ships/repair.ts';
import { spendTurns } from '../turns/apply.ts';
import { settleTurns } from '../turns/settle.ts';
import { priceMove } from './check.ts';
import { chosen } from './choose-warp.ts';
import { hazardDamage, takeHazard } from './hazard.ts';
import type {
  MoveCommand,
  MoveContext,
  MoveEvent,
  MoveOutcome,
  MoveState,
  MoveTarget,
  MovingShip,
} from './move-types.ts';
import { settleShip } from './settle-ship.ts';
import type { WarpOption } from './types.ts';

/**
 * Moves the active ship (rule book, world 8.3–8.5 without forces): turns and toll, the wear roll of the warp, the
 * hazard of the sector, what becomes known. Assumes `checkMove` passed on the same arguments and throws otherwise.
 */
export function applyMove(state: MoveState, command: MoveCommand, ctx: MoveContext): MoveOutcome {
  const { warp, cost } = chosen(priceMove(state, command, ctx));
  const { ship: stored, target } = state;
  if (stored === null || target === null) {
    throw new Error('move applied without ship or target');
  }
  const before = settleShip(stored, ctx.nowMs, state.here.type);
  const serviced = maintain(before, state.kits ?? 0);
  const worn = wear(serviced, ctx);
  const { ship: after, taken } = enter(worn.ship, target);
  const settledTurns = settleTurns(state.turns, ctx.nowMs, state.turnCap, state.turnMultiplierBp);
  const turns = spendTurns(settledTurns, cost);
  return {
    warp,
    cost,
    toll: warp.toll,
    turns,
    credits: state.credits - warp.toll,
    legs: tollLegs(warp),
    ship: after,
    kitsUsed: serviced === before ? 0 : 1,
    hullBefore: before.hull,
    shieldsBefore: before.shields,
    hazardTaken: taken,
    visited: target.sectorId,
    charted: target.exits.filter((id) => id !== target.sectorId),
    events: [
      { type: 'player.moved', from: before.sectorId, to: target.sectorId, turns: turns.turns },
      ...damageEvent('fault', worn.lost, worn.ship),
      ...damageEvent('hazard', taken, after),
    ],
  };
}

/** `auto_maintenance` uses a kit from the hold before the ship wears on (rule book, ships-combat 3). */
function maintain(ship: MovingShip, kits: number): MovingShip {
  const isDue =
    kits > 0 &&
    ship.conditionMilli < AUTO_MAINTENANCE_BELOW_MILLI &&
    (ship.equipment ?? []).includes('auto_maintenance');
  return isDue ? { ...ship, ...afterKit(ship.conditionMilli) } : ship;
}

function wear(ship: MovingShip, { random }: MoveContext): { ship: MovingShip; lost: number } {
  if (ship.type === 'escape_pod') {
    return { ship, lost: 0 };
  }
  const { fault, hullLost } = rollFault(
    ship.conditionMilli,
    ship.fault,
    effectiveStats(ship).maxHull,
    random,
  );
  const hull = Math.max(1, ship.hull - hullLost);
  return { ship: { ...ship, fault, hull }, lost: ship.hull - hull };
}

function enter(ship: MovingShip, target: MoveTarget): { ship: MovingShip; taken: number } {
  const plating = takeHazard(ship, hazardDamage(ship, effectiveStats(ship).maxHull, target));
  const taken = ship.shields - plating.shields + (ship.hull - plating.hull);
  return { ship: { ...ship, ...plating, sectorId: target.sectorId }, taken };
}

function damageEvent(cause: 'hazard' | 'fault', damage: number, { hull, shields }: MovingShip): MoveEvent[] {
  return damage > 0 ? [{ type: 'player.hazard', cause, damage, hull, shields }] : [];
}

function tollLegs({ kind, toll }: WarpOption) {
  return kind === 'nexus_link'
    ? leg('wallet', 'region', toll, 'link_toll')
    : leg('wallet', 'gate', toll, 'gate_toll');
}
