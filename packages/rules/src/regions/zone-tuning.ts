import type { Refusal } from '../refusal.ts';
import { refuseField } from '../refusal.ts';
import { PLAYER_SECTORS_MAX, PLAYER_SECTORS_MIN, ZONE_MIN_PERCENT } from '../universe/constants.ts';
import type { ZoneKind, ZonePlan } from '../universe/types.ts';
import { ZONES } from '../universe/zone-tables.ts';
import { defaultZoneProfile } from '../universe/zones.ts';
import { ZONE_SHIFT_MAX, ZONE_VALUE_MAX } from './constants.ts';

/** A zone an owner may tune; the Expanse belongs to the Nexus alone. */
export type TunableZone = Exclude<ZoneKind, 'expanse'>;
export const TUNABLE_ZONES: readonly TunableZone[] = ['federation', 'border', 'frontier'];

/** How much one zone differs from its default. */
export interface ZoneShift {
  readonly policing: number;
  readonly danger: number;
}

/** What an owner decides about the zones of his region (rule book, world 2.3). */
export interface ZoneTuning {
  /** Last sector numbers of Federation and Border; thirds unless given. */
  readonly federationEnd?: number;
  readonly borderEnd?: number;
  readonly shifts?: Partial<Readonly<Record<TunableZone, ZoneShift>>>;
}

/**
 * Refuses a region nobody may make, `validation_failed` with the field: 100 to 1,000 sectors, every zone at least
 * 20 % of them, policing and danger at most 2 from the default of their zone (rule book, world 2.1 and 2.3).
 */
export function checkZoneTuning(sectorCount: number, tuning: ZoneTuning): Refusal | null {
  if (
    !Number.isInteger(sectorCount) ||
    sectorCount < PLAYER_SECTORS_MIN ||
    sectorCount > PLAYER_SECTORS_MAX
  ) {
    return refuseField('/totalSectors', 'out_of_range');
  }
  const { federationEnd, borderEnd } = boundaries(sectorCount, tuning);
  if (!Number.isInteger(federationEnd) || !Number.isInteger(borderEnd)) {
    return refuseField('/zones', 'not_whole');
  }
  const sizes = [federationEnd, borderEnd - federationEnd, sectorCount - borderEnd];
  if (sizes.some((size) => size * 100 < ZONE_MIN_PERCENT * sectorCount)) {
    return refuseField('/zones', 'zone_too_small');
  }
  const isOff = (value: number): boolean => !Number.isInteger(value) || Math.abs(value) > ZONE_SHIFT_MAX;
  for (const kind of TUNABLE_ZONES) {
    const { policing, danger } = tuning.shifts?.[kind] ?? NO_SHIFT;
    if (isOff(policing) || isOff(danger)) return refuseField(`/zones/${kind}`, 'shift_too_large');
  }
  return null;
}

/**
 * The zones of a region as its owner wants them, tiling its sector numbers; policing and danger never leave 0 to 10.
 * Assumes `checkZoneTuning` passed on the same arguments.
 */
export function tunedZones(sectorCount: number, tuning: ZoneTuning): ZonePlan[] {
  const { federationEnd, borderEnd } = boundaries(sectorCount, tuning);
  const starts = { federation: 1, border: federationEnd + 1, frontier: borderEnd + 1 };
  const ends = { federation: federationEnd, border: borderEnd, frontier: sectorCount };
  return TUNABLE_ZONES.map((kind) => {
    const { name, policing, danger } = ZONES[kind];
    const shift = tuning.shifts?.[kind] ?? NO_SHIFT;
    return {
      kind,
      name,
      startNumber: starts[kind],
      endNumber: ends[kind],
      policing: within(policing + shift.policing),
      danger: within(danger + shift.danger),
    };
  });
}

const NO_SHIFT: ZoneShift = { policing: 0, danger: 0 };

function boundaries(sectorCount: number, tuning: ZoneTuning) {
  const thirds = defaultZoneProfile(sectorCount);
  return {
    federationEnd: tuning.federationEnd ?? thirds.federationEnd,
    borderEnd: tuning.borderEnd ?? thirds.borderEnd,
  };
}

function within(value: number): number {
  return Math.min(ZONE_VALUE_MAX, Math.max(0, value));
}
