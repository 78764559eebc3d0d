/** What else an autopilot stops for (rule book, world 8.8). */
export const AUTOPILOT_STOP_ON = ['player', 'forces', 'hazard5', 'station', 'stale'] as const;

export type AutopilotStopOn = (typeof AUTOPILOT_STOP_ON)[number];

/** Why an autopilot came to rest. */
export type AutopilotStop =
  | AutopilotStopOn
  | 'arrived'
  | 'ship_lost'
  | 'attacked'
  | 'hull_low'
  | 'position_changed'
  | 'max_hops'
  | 'max_turns'
  | 'time_limit'
  | 'no_route'
  | 'region_border'
  | 'toll_limit'
  | 'hostile_drones'
  | 'insufficient_turns';

/** The limits of one call. */
export interface AutopilotOrders {
  readonly maxHops: number;
  readonly maxTurns?: number;
  readonly maxTollTotal?: bigint;
  readonly crossRegions: boolean;
  readonly stopOn: readonly AutopilotStopOn[];
  readonly minHullPct: number;
}

/** Where the ship is after the hops so far. */
export interface AutopilotProgress {
  readonly hopsDone: number;
  readonly turnsSpent: number;
  readonly tollSpent: bigint;
  readonly elapsedMs: number;
  /** Settled turns at hand. */
  readonly turnsLeft: number;
  readonly hull: number;
  readonly maxHull: number;
  readonly isShipLost: boolean;
  /** Attacked, or damaged by mines, forces or pirates, on the last hop. */
  readonly wasAttacked: boolean;
  /** Somebody else moved the ship since the last hop. */
  readonly hasPositionChanged: boolean;
  /** What the present sector holds; empty before the first hop. */
  readonly here: { readonly hasPlayer: boolean; readonly hasForces: boolean; readonly hasStation: boolean };
}

/** The next hop as it looks now. */
export interface AutopilotNextHop {
  readonly cost: number;
  readonly toll: bigint;
  readonly crossesRegion: boolean;
  /** Null where the type of the sector is not known. */
  readonly hazard: number | null;
  /** When the player last saw the sector; null = never. */
  readonly seenAtMs: number | null;
  /** Hostile drones there, as far as the scanner reaches. */
  readonly hasHostileDrones: boolean;
}
