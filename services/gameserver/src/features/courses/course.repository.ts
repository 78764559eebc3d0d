import type { AnyStatement, Sql } from '@sw/db';

/** The course a player plotted last. */
export interface CourseRow {
  readonly routeId: string;
  readonly fromSectorId: number;
  readonly toSectorId: number;
  readonly hops: number;
  readonly objective: 'turns' | 'hops' | 'safe';
  readonly avoid: number[];
}

export const findCourse = (sql: Sql, playerId: string) => sql<CourseRow[]>`
  SELECT route_id, from_sector_id, to_sector_id, hops, objective, avoid FROM plotted_courses WHERE player_id = ${playerId}`;

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
    readonly nowMs: number;
  },
): AnyStatement =>
  sql`INSERT INTO plotted_courses (player_id, route_id, from_sector_id, to_sector_id, hops, objective, avoid, at)
      VALUES (${playerId}, ${course.routeId}, ${course.from}, ${course.to}, ${course.hops}, ${course.objective},
              ${[...course.avoid]}::int4[], ${new Date(course.nowMs)})
      ON CONFLICT (player_id) DO UPDATE
      SET route_id = excluded.route_id, from_sector_id = excluded.from_sector_id, to_sector_id = excluded.to_sector_id,
          hops = excluded.hops, objective = excluded.objective, avoid = excluded.avoid, at = excluded.at`;
