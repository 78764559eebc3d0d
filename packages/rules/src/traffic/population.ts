import type { RandomStream } from '../random/index.ts';
import { pickOne, rollBetween } from '../universe/draw.ts';
import { CLUSTER_HEADS } from '../universe/name-words.ts';
import {
  MAX_PATROLS,
  MAX_TRADERS,
  NPC_PACE_MS,
  SECTORS_PER_PATROL,
  SECTORS_PER_TRADER,
} from './constants.ts';

/** What trading ships are called by; none of it names a person. */
const TRADER_WORDS = [
  'Anchor',
  'Bargain',
  'Cargo',
  'Compass',
  'Exchange',
  'Haul',
  'Ledger',
  'Manifest',
  'Margin',
  'Measure',
  'Parcel',
  'Passage',
  'Scale',
  'Tally',
  'Tonnage',
  'Voyage',
] as const;

/** How many ships without players a region has; `percent` is the operator's dial, 100 = as in the rule book. */
export function trafficTarget(
  region: { readonly sectors: number; readonly policedSectors: number },
  percent: number,
): { readonly traders: number; readonly patrols: number } {
  const share = (sectors: number, each: number, most: number): number =>
    Math.floor((Math.min(most, Math.floor(sectors / each)) * percent) / 100);
  return {
    traders: share(region.sectors, SECTORS_PER_TRADER, MAX_TRADERS),
    patrols: share(region.policedSectors, SECTORS_PER_PATROL, MAX_PATROLS),
  };
}

/** A name for a trading ship. */
export function traderName(stream: RandomStream): string {
  return `${pickOne(stream, CLUSTER_HEADS)} ${pickOne(stream, TRADER_WORDS)}`;
}

/** A name for a patrol: Marshals serve the regions, Sentinels the Nexus (rule book, ships-combat 14). */
export function patrolName(isNexus: boolean, number: number): string {
  return `${isNexus ? 'Sentinel' : 'Marshal'} ${number}`;
}

/** Milliseconds until a ship acts again. */
export function npcPause(stream: RandomStream): number {
  return rollBetween(stream, ...NPC_PACE_MS);
}
