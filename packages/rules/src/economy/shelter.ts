import { SHELTER_MS, SHELTER_WARNING_MS } from './constants.ts';
import type { DockingStation } from './docking-types.ts';

/** Whose ship seeks shelter. */
export interface ShelterGuest {
  readonly isNewcomer: boolean;
  readonly isPod: boolean;
  readonly isInTransit: boolean;
}

/** What of a station decides about shelter. */
export type ShelterStation = Pick<DockingStation, 'facility' | 'zone' | 'security' | 'isSanctuary'>;

/**
 * The end of shelter at a station (rule book, economy 2.5): 12 h after the owner's last command while docked there.
 * Null = no end: in Federation and Border, sanctuaries, at SpaceDocks and TradeDocks, wherever security is not open,
 * and always for newcomers, pods and players in transit.
 */
export function shelterEndsAt(
  station: ShelterStation,
  guest: ShelterGuest,
  lastActionAtMs: number,
): number | null {
  const isOpenDock =
    station.security === 'open' &&
    station.zone !== 'federation' &&
    station.zone !== 'border' &&
    !station.isSanctuary &&
    station.facility === 'none';
  const isAlwaysSheltered = guest.isNewcomer || guest.isPod || guest.isInTransit;
  return isOpenDock && !isAlwaysSheltered ? lastActionAtMs + SHELTER_MS : null;
}

/** When the owner is warned of the end of shelter: 1 h before. */
export function shelterWarningAt(shelterEndsAtMs: number): number {
  return shelterEndsAtMs - SHELTER_WARNING_MS;
}
