import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import { foldName } from './fold-name.ts';
import { hasProfanity } from './profanity.ts';
import { isReservedName } from './reserved-names.ts';

export const CALLSIGN_MIN = 3;
export const CALLSIGN_MAX = 20;
const ALLOWED = /^[A-Za-z0-9_-]+$/;

/**
 * Refuses a callsign (rule book, society 1.2): `validation_failed` for length, charset or a name that folds to
 * nothing, `callsign_blocked` for reserved names and profanity. Whether it is taken is for the names table.
 */
export function checkCallsign(callsign: string): Refusal | null {
  const problem = callsignProblem(callsign);
  if (problem !== null) {
    return refuseField('/callsign', problem);
  }
  return isReservedName(callsign) || hasProfanity(callsign) ? refuse('callsign_blocked') : null;
}

function callsignProblem(callsign: string): string | null {
  if (callsign.length < CALLSIGN_MIN) {
    return 'too_short';
  }
  if (callsign.length > CALLSIGN_MAX) {
    return 'too_long';
  }
  return ALLOWED.test(callsign) && foldName(callsign) !== '' ? null : 'charset';
}
