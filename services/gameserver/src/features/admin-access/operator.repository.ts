import type { Sql } from '@sw/db';

export const readOperator = (sql: Sql, userId: string) =>
  sql<{ username: string }[]>`SELECT username FROM users WHERE id = ${userId}`;
