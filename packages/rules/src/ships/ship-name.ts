import { hasProfanity } from '../player/profanity.ts';
import type { Refusal } from '../refusal.ts';
import { refuseField } from '../refusal.ts';
import { SHIP_NAME_MAX, SHIP_NAME_MIN } from './constants.ts';

const ALLOWED = /^[\p{L}\p{N} '-]+$/u;

/** The name as it is stored: without spaces around it. */
export function normaliseShipName(name: string): string {
  return name.trim();
}

/**
 * Refuses a ship name that is not 3–32 letters, digits, spaces, `'` or `-` after trimming, or that holds a word of
 * the profanity list: always 400 `validation_failed` at `path` (rule book, ships-combat 2 and society 10.8).
 */
export function checkShipName(name: string, path = '/shipName'): Refusal | null {
  const trimmed = normaliseShipName(name);
  const length = [...trimmed].length;
  if (length < SHIP_NAME_MIN) {
    return refuseField(path, 'too_short');
  }
  if (length > SHIP_NAME_MAX) {
    return refuseField(path, 'too_long');
  }
  if (!ALLOWED.test(trimmed)) {
    return refuseField(path, 'charset');
  }
  return hasProfanity(trimmed) ? refuseField(path, 'profanity') : null;
}
