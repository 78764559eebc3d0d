import type { JourneyState } from '@sw/contracts';
import type { Sql } from '@sw/db';

/** A journey as one of its two servers knows it. */
export interface JourneyRow {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly playerId: string;
  readonly peerRegionId: string;
  readonly fromRegion: string;
  readonly toRegion: string;
  readonly fromSectorId: number;
  readonly toSectorId: number;
  readonly epoch: bigint;
  readonly state: JourneyState;
  readonly toll: bigint | null;
  readonly maxToll: bigint | null;
  readonly maxCost: number | null;
  readonly credits: bigint | null;
  readonly payload: string | null;
  readonly payloadSha256: Uint8Array | null;
  readonly reason: string | null;
  readonly reservedUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date;
  readonly attempts: number;
}

const OVER: readonly JourneyState[] = ['completed', 'rejected', 'returned'];

/** Whether nothing more happens to a journey. */
export const isOver = (state: JourneyState): boolean => OVER.includes(state);

const columns = (sql: Sql) => sql`
  id, direction, player_id, peer_region_id, from_region, to_region, from_sector_id, to_sector_id, epoch, state, toll,
  max_toll, max_cost, credits, payload, payload_sha256, reason, reserved_until, created_at, updated_at, due_at,
  attempts`;

export const findJourney = (sql: Sql, id: string) =>
  sql<JourneyRow[]>`SELECT ${columns(sql)} FROM journeys WHERE id = ${id}`;

/** The last journey of a player that this server knows. */
export const findLatestJourney = (sql: Sql, playerId: string) => sql<JourneyRow[]>`
  SELECT ${columns(sql)} FROM journeys WHERE player_id = ${playerId} ORDER BY created_at DESC, id DESC LIMIT 1`;
