import { NEWCOMER_MS, NEWCOMER_TURNS } from './constants.ts';

/** Until when the clock protects a player who completed first login (rule book, README 7.4). */
export function newcomerUntil(firstLoginAtMs: number): number {
  return firstLoginAtMs + NEWCOMER_MS;
}

/**
 * Whether a player is protected now: his clock runs and he has spent fewer than 3,000 turns. A hostile act ends the
 * protection for good by setting `newcomerUntilMs` to null.
 */
export function isNewcomer(newcomerUntilMs: number | null, lifetimeTurns: number, nowMs: number): boolean {
  return newcomerUntilMs !== null && nowMs < newcomerUntilMs && lifetimeTurns < NEWCOMER_TURNS;
}
