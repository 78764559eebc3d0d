import { SHIP_TYPES } from '../ships/catalogue.ts';
import { conditionBandOf } from '../ships/condition.ts';
import { TOW_SURCHARGES } from '../turns/constants.ts';
import type { SectorType } from '../universe/types.ts';
import {
  CORE_DENSITY,
  ENGINE_LEVELS_PER_TURN,
  ENTRY_SURCHARGES,
  FAVOURED_POD_TURNS,
  GATE_TURNS,
  NEXUS_LINK_TURNS,
  TRUNK_EXTRA_TURNS,
} from './constants.ts';
import type { MovingHull, Terrain, WarpPricing } from './types.ts';

const WHOLE_BP = 10_000;

/** The parts of a ship's move cost that do not depend on the warp. */
export interface HullPace {
  /** Base turns less engine, at least 1. */
  readonly hull: number;
  /** Wear, engine fault and tow. */
  readonly worn: number;
  readonly tow: number;
  readonly agility: number;
}

/** Works out the pace of a ship once for many warps. */
export function hullPace(ship: MovingHull): HullPace {
  const { baseTurns, agility } = SHIP_TYPES[ship.type];
  const base = ship.isFavouredPod === true ? FAVOURED_POD_TURNS : baseTurns;
  const tow = ship.towSize == null ? 0 : TOW_SURCHARGES[ship.towSize];
  // Pods have no condition.
  const wear = ship.type === 'escape_pod' ? 0 : conditionBandOf(ship.conditionMilli).extraTurns;
  return {
    hull: Math.max(1, base - Math.floor((ship.upgrades.engine ?? 0) / ENGINE_LEVELS_PER_TURN)),
    worn: wear + (ship.fault === 'engine' ? 1 : 0) + tow,
    tow,
    agility,
  };
}

/** Turns that entering a sector adds before agility (rule book, world 3.1): a nebula only in its core. */
export function entrySurcharge({ type, nebulaDensity }: Pick<Terrain, 'type' | 'nebulaDensity'>): number {
  return type === 'nebula' && nebulaDensity < CORE_DENSITY ? 0 : ENTRY_SURCHARGES[type];
}

/** The turns of one warp for a pace (rule book, world 8.2); `surcharge` is the destination's, see `entrySurcharge`. */
export function warpCost(
  pace: HullPace,
  warp: WarpPricing,
  surcharge: number,
  originType: SectorType,
): number {
  switch (warp.kind) {
    case 'gate':
      return GATE_TURNS;
    case 'nexus_link':
      return NEXUS_LINK_TURNS;
    case 'tunnel':
      return pace.hull + pace.worn + warp.extraCost;
    case 'trunk':
      return pace.hull + pace.worn + TRUNK_EXTRA_TURNS;
    case 'lane':
      return originType === 'black_hole'
        ? 1 + pace.tow
        : Math.max(1, pace.hull + pace.worn + eased(surcharge, pace.agility));
  }
}

/**
 * The turns of a move (rule book, world 8.2), never 0. The event `move_cost` multiplies lanes, tunnels and trunks and
 * is ceiled; gates and links cost every hull the same.
 */
export function moveCost(
  ship: MovingHull,
  warp: WarpPricing,
  destination: Pick<Terrain, 'type' | 'nebulaDensity'>,
  origin: Pick<Terrain, 'type'>,
  moveCostBp: number = WHOLE_BP,
): number {
  const cost = warpCost(hullPace(ship), warp, entrySurcharge(destination), origin.type);
  return withEvent(cost, warp.kind, moveCostBp);
}

/** Applies the event `move_cost` to a warp cost. */
export function withEvent(cost: number, kind: WarpPricing['kind'], moveCostBp: number): number {
  const isFlat = kind === 'gate' || kind === 'nexus_link';
  return isFlat || moveCostBp === WHOLE_BP ? cost : Math.max(1, Math.ceil((cost * moveCostBp) / WHOLE_BP));
}

function eased(surcharge: number, agility: number): number {
  return surcharge > 0 ? Math.max(0, surcharge - agility) : surcharge;
}
