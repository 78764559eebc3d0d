import type { autopilot, BodyOf, ReplyOf } from '@sw/contracts';
import type { PlayerSettings } from '../app/display-settings.ts';

/** Turns and tolls of a flight so far. */
export interface FlightSpent {
  readonly turns: number;
  readonly tolls: bigint;
}

export const NOTHING_SPENT: FlightSpent = { turns: 0, tolls: 0n };

type OrderKey = 'stopOn' | 'minHullPct' | 'maxTurns' | 'maxTollTotal' | 'crossRegions';
type Orders = Pick<BodyOf<typeof autopilot>, OrderKey>;
type FlightSettings = Pick<PlayerSettings, OrderKey>;

/**
 * The player's stop rules as one request of a flight must hold them (rule book, world 8.8): a flight takes
 * several requests, its limits hold for all of them together.
 */
export function flightOrders(settings: FlightSettings, spent: FlightSpent): Orders {
  const { stopOn, minHullPct, maxTurns, maxTollTotal, crossRegions } = settings;
  return {
    stopOn,
    minHullPct,
    crossRegions,
    maxTollTotal: BigInt(Math.max(0, maxTollTotal - Number(spent.tolls))),
    ...(maxTurns === 0 ? {} : { maxTurns: Math.max(0, maxTurns - spent.turns) }),
  };
}

/** Adds the hops of one request to what the flight took before. */
export function addHops(spent: FlightSpent, hops: ReplyOf<typeof autopilot>['hops']): FlightSpent {
  return {
    turns: hops.reduce((sum, hop) => sum + hop.turns.spent, spent.turns),
    tolls: hops.reduce((sum, hop) => sum + hop.toll, spent.tolls),
  };
}
