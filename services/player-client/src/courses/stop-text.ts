import type { I18n } from '@sw/i18n';
import { errorText } from '@sw/i18n';

/** Reasons of the autopilot that are no error codes (rule book, world 8.8). */
const STOPS = [
  'ship_lost',
  'attacked',
  'position_changed',
  'hull_low',
  'player',
  'forces',
  'station',
  'max_hops',
  'time_limit',
  'region_border',
  'toll_limit',
  'hostile_drones',
  'hazard5',
  'stale',
  'max_turns',
  'insufficient_turns',
] as const;

/** Why the autopilot came to rest, in words; an unknown reason is looked up among the refusals. */
export function stopText(i18n: I18n, reason: string | null): string {
  const known = STOPS.find((stop) => stop === reason);
  if (known !== undefined) return i18n.t(`game:stop.${known}`);
  return errorText(i18n, reason ?? 'unknown');
}
