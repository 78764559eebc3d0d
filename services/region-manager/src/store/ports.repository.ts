import type { AnyStatement, Sql, Statement } from '@sw/db';

export const findPort = (sql: Sql, region: string): Statement<{ port: number }[]> =>
  sql<{ port: number }[]>`select port from rm.process_ports where region = ${region}`;

/** Free ports of the range, lowest first. */
export const freePorts = (
  sql: Sql,
  range: { readonly first: number; readonly last: number },
): Statement<{ port: number }[]> => sql<{ port: number }[]>`
  select candidate as port from generate_series(${range.first}::int, ${range.last}::int) as candidate
  where not exists (select 1 from rm.process_ports where port = candidate)
  order by candidate limit 50`;

/** Answers nothing when somebody took the port meanwhile. */
export const takePort = (sql: Sql, region: string, port: number): Statement<{ port: number }[]> =>
  sql<{ port: number }[]>`
    insert into rm.process_ports (port, region) values (${port}, ${region})
    on conflict do nothing returning port`;

export const freePort = (sql: Sql, region: string): AnyStatement =>
  sql`delete from rm.process_ports where region = ${region}`;
