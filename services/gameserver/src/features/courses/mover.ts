import type { MoveContext, MoveState, MovingShip } from '@sw/rules';
import { moveFacts, streamFromState } from '@sw/rules';
import type { RandomBytes } from '../../platform/random.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { buildOf, settledTurnsOf } from '../player/index.ts';
import type { Entry } from '../region-entry/index.ts';
import type { Atlas } from '../universe/index.ts';

/** The ship of a row as the rules move it. */
export const movingShipOf = (ship: ShipRow): MovingShip => ({
  ...buildOf(ship),
  status: ship.status,
  sectorId: ship.sectorId,
  hull: ship.hull,
  shields: ship.shields,
  shieldsAtMs: ship.shieldsAt.getTime(),
  shieldsAcc: Number(ship.shieldsAcc),
  conditionMilli: ship.conditionMilli,
  conditionAtMs: ship.conditionAt.getTime(),
  conditionAcc: Number(ship.conditionAcc),
  fault: ship.fault,
  lastCombatAtMs: ship.lastCombatAt?.getTime() ?? null,
});

/** What the rules decide a move on. An unknown target is as good as none. */
export const moveStateOf = (
  atlas: Atlas,
  rows: {
    readonly player: PlayerRow;
    readonly ship: ShipRow | undefined;
    readonly credits: bigint;
    /** How the region behind a link receives him. */
    readonly entry: Entry;
  },
  knowledge: Knowledge,
  to: number,
  nowMs: number,
): MoveState => {
  const { player, ship, credits, entry } = rows;
  const turns = settledTurnsOf(player, nowMs);
  const from = ship?.sectorId ?? atlas.terran.firstSectorId;
  const facts = moveFacts(atlas.graph, from, to, knowledge.hiddenWarps);
  return {
    ship: ship === undefined ? null : movingShipOf(ship),
    isInTransit: false,
    lastEngagementAtMs: ship?.lastCombatAt?.getTime() ?? null,
    turns: turns.before,
    turnCap: turns.cap,
    turnMultiplierBp: turns.multiplierBp,
    credits,
    here: facts.here,
    target: knowledge.levelOf(to) === 0 ? null : facts.target,
    warps: facts.warps.map((warp) => (warp.kind === 'nexus_link' ? { ...warp, toll: entry.toll } : warp)),
    ingress: entry.ingress,
  };
};

/** Time and one fresh random stream for the wear roll. */
export const moveContextOf = (random: RandomBytes, nowMs: number): MoveContext => ({
  nowMs,
  random: streamFromState(random(16)),
});
