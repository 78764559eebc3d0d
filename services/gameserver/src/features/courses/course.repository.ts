import type { AnyStatement, Sql } from '@sw/db';

/** The course a player plotted last. */
export interface CourseRow {
  readonly routeId: string;
  readonly fromSectorId: number;
  readonly toSectorId: number;
  readonly hops: number;
  readonly objective: 'turns' | 'hops' | 'safe';
  readonly avoid: number[];
  /** Sectors still to pass, in their order. */
  readonly via: number[];
}

export const findCourse = (sql: Sql, playerId: string) => sql<CourseRow[]>`
  SELECT route_id, from_sector_id, to_sector_id, hops, objective, avoid, via
  FROM plotted_courses WHERE player_id = ${playerId}`;

export const saveCourse = (
  sql: Sql,
  playerId: string,
  course: {
    readonly routeId: string;
    readonly from: number;
    readonly to: number;
    readonly hops: number;
    readonly objective: string;
    readonly avoid: readonly number[];
    readonly via: readonly number[];
    readonly nowMs: number;
  },
): AnyStatement =>
  sql`INSERT INTO plotted_courses (player_id, route_id, from_sector_id, to_sector_id, hops, objective, avoid, via, at)
      VALUES (${playerId}, ${course.routeId}, ${course.from}, ${course.to}, ${course.hops}, ${course.objective},
              ${[...course.avoid]}::int4[], ${[...course.via]}::int4[], ${new Date(course.nowMs)})
      ON CONFLICT (player_id) DO UPDATE
      SET route_id = excluded.route_id, from_sector_id = excluded.from_sector_id, to_sector_id = excluded.to_sector_id,
          hops = excluded.hops, objective = excluded.objective, avoid = excluded.avoid, via = excluded.via, at = excluded.at`;

export const deleteCourse = (sql: Sql, playerId: string): AnyStatement =>
  sql`DELETE FROM plotted_courses WHERE player_id = ${playerId}`;

/** Takes the first waypoint off a course whose ship arrives there; nothing to do anywhere else. */
export const passWaypoint = (
  sql: Sql,
  playerId: string,
  course: CourseRow | undefined,
  arrivedAt: number,
): readonly AnyStatement[] =>
  course === undefined || course.via[0] !== arrivedAt
    ? []
    : [
        sql`UPDATE plotted_courses SET via = ${course.via.slice(1)}::int4[]
            WHERE player_id = ${playerId} AND route_id = ${course.routeId}`,
      ];
