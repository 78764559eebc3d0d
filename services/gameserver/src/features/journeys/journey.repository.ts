import type { AnyStatement, Sql } from '@sw/db';
import type { JourneyState } from '@sw/rules';

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
  readonly cost: number | null;
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

const columns = (sql: Sql) => sql`
  id, direction, player_id, peer_region_id, from_region, to_region, from_sector_id, to_sector_id, epoch, state, toll,
  max_toll, max_cost, cost, credits, payload, payload_sha256, reason, reserved_until, created_at, updated_at, due_at,
  attempts`;

export const findJourney = (sql: Sql, id: string) =>
  sql<JourneyRow[]>`SELECT ${columns(sql)} FROM journeys WHERE id = ${id}`;

/** The last journey of a player that this server knows. */
export const findLatestJourney = (sql: Sql, playerId: string) => sql<JourneyRow[]>`
  SELECT ${columns(sql)} FROM journeys WHERE player_id = ${playerId} ORDER BY created_at DESC, id DESC LIMIT 1`;

export const lockJourney = (sql: Sql, id: string) =>
  sql<JourneyRow[]>`SELECT ${columns(sql)} FROM journeys WHERE id = ${id} FOR UPDATE`;

/** The open journey of a player that begins here. */
export const findOpenJourney = (sql: Sql, playerId: string) => sql<{ id: string }[]>`
  SELECT id FROM journeys
  WHERE player_id = ${playerId} AND direction = 'out' AND state NOT IN ('completed', 'rejected', 'returned')`;

/** Journeys that begin here and whose next step is due. */
export const findDueJourneys = (sql: Sql, nowMs: number) => sql<{ id: string }[]>`
  SELECT id FROM journeys
  WHERE direction = 'out' AND state NOT IN ('completed', 'rejected', 'returned', 'held')
    AND due_at <= ${new Date(nowMs)}
  ORDER BY due_at, id LIMIT 50`;

export interface NewJourney
  extends Pick<
    JourneyRow,
    | 'id'
    | 'direction'
    | 'playerId'
    | 'peerRegionId'
    | 'fromRegion'
    | 'toRegion'
    | 'fromSectorId'
    | 'toSectorId'
    | 'epoch'
    | 'state'
  > {
  readonly toll: bigint | null;
  readonly maxToll: bigint | null;
  readonly maxCost: number | null;
  readonly reservedUntilMs: number | null;
  readonly nowMs: number;
}

export const insertJourney = (sql: Sql, journey: NewJourney): AnyStatement => {
  const now = new Date(journey.nowMs);
  return sql`
    INSERT INTO journeys (id, direction, player_id, peer_region_id, from_region, to_region, from_sector_id, to_sector_id,
      epoch, state, toll, max_toll, max_cost, reserved_until, created_at, updated_at, due_at)
    VALUES (${journey.id}, ${journey.direction}, ${journey.playerId}, ${journey.peerRegionId}, ${journey.fromRegion},
      ${journey.toRegion}, ${journey.fromSectorId}, ${journey.toSectorId}, ${journey.epoch}, ${journey.state},
      ${journey.toll}, ${journey.maxToll}, ${journey.maxCost},
      ${journey.reservedUntilMs === null ? null : new Date(journey.reservedUntilMs)}, ${now}, ${now}, ${now})`;
};

/** Takes a journey to another state; of what it carried the hash alone is kept when it is over. */
export const writeState = (
  sql: Sql,
  id: string,
  state: JourneyState,
  nowMs: number,
  reason: string | null = null,
): AnyStatement => {
  const isOver = ['completed', 'rejected', 'returned'].includes(state);
  return sql`
    UPDATE journeys SET state = ${state}, updated_at = ${new Date(nowMs)}, due_at = ${new Date(nowMs)}, attempts = 0,
      reason = coalesce(${reason}, reason),
      payload = CASE WHEN ${isOver} AND payload IS NOT NULL THEN '' ELSE payload END
    WHERE id = ${id}`;
};

/** The other side did not answer: tried again later. */
export const writeRetry = (sql: Sql, id: string, attempts: number, dueMs: number): AnyStatement =>
  sql`UPDATE journeys SET attempts = ${attempts}, due_at = ${new Date(dueMs)} WHERE id = ${id}`;
