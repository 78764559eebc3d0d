import { hasProfanity } from '../player/profanity.ts';
import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import type { ZoneKind } from '../universe/types.ts';

export const SECTOR_NAME_MIN = 3;
export const SECTOR_NAME_MAX = 30;

const ALLOWED = /^[\p{L}\p{N} '-]+$/u;

/** What naming a sector is decided on. */
export interface NamingState {
  readonly zone: ZoneKind;
  readonly isDiscoverer: boolean;
  readonly isNamed: boolean;
}

/** The name as it is stored: one space between words, none around. */
export function normaliseSectorName(name: string): string {
  return name.normalize('NFKC').trim().replace(/ +/g, ' ');
}

/** Whether the right to name the sector is the player's (rule book, world 2.5): `not_discoverer`, `already_named`. */
export function checkNamingRight({ zone, isDiscoverer, isNamed }: NamingState): Refusal | null {
  if (zone === 'federation' || !isDiscoverer) {
    return refuse('not_discoverer');
  }
  return isNamed ? refuse('already_named') : null;
}

/**
 * Refuses the name of a sector that is not 3–30 letters, digits, spaces, `'` or `-` after normalising, that reads as the
 * code or number of one, or that holds a word of the profanity list: `validation_failed` at `/name`.
 */
export function checkSectorName(name: string): Refusal | null {
  const length = [...name].length;
  if (length < SECTOR_NAME_MIN) {
    return refuseField('/name', 'too_short');
  }
  if (length > SECTOR_NAME_MAX) {
    return refuseField('/name', 'too_long');
  }
  if (!ALLOWED.test(name) || /^(?:[A-Z0-9]{3}-)?\d+$/i.test(name)) {
    return refuseField('/name', 'charset');
  }
  return hasProfanity(name) ? refuseField('/name', 'profanity') : null;
}
