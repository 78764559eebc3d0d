import type { AnyStatement, Sql } from '@sw/db';
import type { ShipTypeKey } from '@sw/rules';

/** A pilot who may need help, with his setting as it is stored: null where he never chose. */
export interface CastawayRow {
  readonly sectorId: number;
  readonly shipType: ShipTypeKey;
  readonly status: 'docked' | 'in_space' | 'landed';
  readonly acceptRescue: unknown;
}

/** What a player flies, and whether he wants help; his row must be locked, or the ship may go on. */
export const findCastaway = (sql: Sql, playerId: string) => sql<CastawayRow[]>`
  SELECT s.sector_id, s.type AS ship_type, s.status, o.settings -> 'acceptRescue' AS accept_rescue
  FROM players p JOIN ships s ON s.id = p.active_ship_id LEFT JOIN player_settings o ON o.player_id = p.id
  WHERE p.id = ${playerId} AND s.status <> 'destroyed'`;

/** What a helper was rewarded for since a day began, and when for this pilot. */
export const findRewardedAssists = (sql: Sql, helperId: string, pilotId: string, dayStart: Date) => sql<
  { today: number; samePilotAt: Date | null }[]
>`
  SELECT count(*) FILTER (WHERE rewarded_at >= ${dayStart})::int AS today,
         max(rewarded_at) FILTER (WHERE pilot_id = ${pilotId}) AS same_pilot_at
  FROM pod_assists WHERE helper_id = ${helperId}`;

/** Makes the next rescue of a pilot free until a moment; null when it is used up. */
export const writeAssistedUntil = (sql: Sql, playerId: string, until: Date | null): AnyStatement =>
  sql`UPDATE players SET assisted_until = ${until} WHERE id = ${playerId}`;

/** A reward for assisting a pilot. */
export interface AssistReward {
  readonly helperId: string;
  readonly pilotId: string;
  readonly at: Date;
  /** Rewards up to here limit nothing any more. */
  readonly forgetBefore: Date;
  /** What the reputation of the helper is now. */
  readonly reputation: number;
}

/** Rewards a helper, and forgets the rewards that limit nothing any more. */
export const rewardAssist = (sql: Sql, reward: AssistReward): AnyStatement[] => [
  sql`DELETE FROM pod_assists WHERE helper_id = ${reward.helperId} AND rewarded_at <= ${reward.forgetBefore}`,
  sql`INSERT INTO pod_assists (helper_id, pilot_id, rewarded_at)
      VALUES (${reward.helperId}, ${reward.pilotId}, ${reward.at})`,
  sql`UPDATE players SET personal_reputation = ${reward.reputation} WHERE id = ${reward.helperId}`,
];
