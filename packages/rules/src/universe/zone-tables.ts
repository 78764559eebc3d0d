import type { Security, ZoneFaction, ZoneKind } from './types.ts';

export interface ZoneRow {
  readonly name: string;
  readonly policing: number;
  readonly danger: number;
  readonly factions: readonly ZoneFaction[];
  /** Stations per hundred sectors; null where the cluster table counts them. */
  readonly stationPercent: number | null;
  /** Sectors with planets per hundred; null where the cluster table counts them. */
  readonly planetPercent: number | null;
  readonly richness: readonly [lo: number, hi: number];
}

/** Rule book, world 2.3, 3.3, 4.3 and 4.4. */
export const ZONES: Readonly<Record<ZoneKind, ZoneRow>> = {
  federation: {
    name: 'Federation',
    policing: 9,
    danger: 1,
    factions: ['terran_federation', 'nova_scientific_institute'],
    stationPercent: 20,
    planetPercent: 20,
    richness: [1, 5],
  },
  border: {
    name: 'Border',
    policing: 5,
    danger: 4,
    factions: ['mercantile_guild', 'astral_mining_consortium', 'terran_federation'],
    stationPercent: 15,
    planetPercent: 25,
    richness: [1, 5],
  },
  frontier: {
    name: 'Frontier',
    policing: 2,
    danger: 8,
    factions: ['frontier_coalition', 'fringe_alliance', 'mercantile_guild'],
    stationPercent: 10,
    planetPercent: 30,
    richness: [3, 8],
  },
  expanse: {
    name: 'Expanse',
    policing: 3,
    danger: 6,
    factions: ['mercantile_guild'],
    stationPercent: null,
    planetPercent: null,
    richness: [3, 8],
  },
};

/** The share of a three-zone region that holds stations or planets, in percent, over all zones. */
export const REGION_STATION_PERCENT = 15;
export const REGION_PLANET_PERCENT = 25;

/** Security follows from policing: 8–10 protected, 4–7 patrolled, 0–3 open. */
export function securityOf(policing: number): Security {
  if (policing >= 8) {
    return 'protected';
  }
  return policing >= 4 ? 'patrolled' : 'open';
}
