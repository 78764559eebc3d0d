import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { PlayerRow, ShipRow } from '../player/index.ts';

/** One hop of an autopilot flight, as its move must find the world under the lock. */
export interface AutopilotHop {
  readonly isFirst: boolean;
  /** Where the ship must still be. */
  readonly from: number;
}

/** A flight that does not renew this in time has crashed and frees itself. */
const LEASE_MS = 5_000;

/**
 * Refuses the first hop while another flight runs (`autopilot_active` `{until}`) and any hop from a place
 * the ship has left (`position_changed`).
 */
export const refuseAutopilotHop = (
  hop: AutopilotHop,
  player: PlayerRow,
  ship: ShipRow | undefined,
  nowMs: number,
): void => {
  const until = player.autopilotUntil?.getTime() ?? 0;
  if (hop.isFirst && until > nowMs)
    throw new AppError('autopilot_active', { until: new Date(until).toISOString() });
  if (ship?.sectorId !== hop.from) throw new AppError('position_changed');
};

export const extendAutopilot = (sql: Sql, playerId: string, nowMs: number): AnyStatement =>
  sql`UPDATE players SET autopilot_until = ${new Date(nowMs + LEASE_MS)} WHERE id = ${playerId}`;

export const clearAutopilot = (sql: Sql, playerId: string): AnyStatement =>
  sql`UPDATE players SET autopilot_until = NULL WHERE id = ${playerId}`;
