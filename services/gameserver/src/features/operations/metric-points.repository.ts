import type { AnyStatement, Sql } from '@sw/db';

export interface MetricPoint {
  readonly metric: string;
  readonly value: number;
}

/** Keeps the values of a slot; a slot is measured once. */
export const insertPoints = (sql: Sql, slot: Date, points: readonly MetricPoint[]): AnyStatement => sql`
  INSERT INTO metric_points (metric, slot, value)
  SELECT p.metric, ${slot}, p.value
  FROM unnest(${points.map(({ metric }) => metric)}::text[], ${points.map(({ value }) => value)}::float8[])
       AS p (metric, value)
  ON CONFLICT DO NOTHING`;

export const deletePointsBefore = (sql: Sql, before: Date): AnyStatement =>
  sql`DELETE FROM metric_points WHERE slot < ${before}`;

export const findLastSlot = (sql: Sql) =>
  sql<{ slot: Date | null }[]>`SELECT max(slot) AS slot FROM metric_points WHERE metric = 'credits.created'`;

/** Credits made and destroyed within a span, by reason; what a region spends of its own is neither. */
export const sumFlows = (sql: Sql, from: Date, until: Date) =>
  sql<{ side: 'created' | 'destroyed'; reason: string; amount: number }[]>`
    SELECT CASE WHEN from_account = 'MINT' THEN 'created' ELSE 'destroyed' END AS side, reason,
           sum(amount)::float8 AS amount
    FROM credit_ledger
    WHERE at >= ${from} AND at < ${until} AND (from_account = 'MINT' OR to_account = 'BURN')
    GROUP BY 1, 2`;

export const countComing = (sql: Sql, from: Date, until: Date) =>
  sql<{ registered: number }[]>`
    SELECT count(*)::int AS registered FROM players
    WHERE created_at >= ${from} AND created_at < ${until} AND NOT is_demo`;

/** Values of metrics since a moment; a name that ends with `:` stands for all below it. */
export const findPoints = (
  sql: Sql,
  names: readonly string[],
  prefixes: readonly string[],
  range: { readonly since: Date; readonly stepS: number },
) =>
  sql<{ metric: string; slot: Date; value: number }[]>`
    SELECT metric, to_timestamp(floor(extract(epoch FROM slot) / ${range.stepS}) * ${range.stepS}) AS slot,
           CASE WHEN metric ~ ${SUMMED} THEN sum(value) ELSE avg(value) END AS value
    FROM metric_points
    WHERE slot >= ${range.since}
      AND (metric = ANY(${[...names]}::text[])
           OR EXISTS (SELECT 1 FROM unnest(${[...prefixes]}::text[]) AS p (prefix)
                      WHERE starts_with(metric, p.prefix)))
    GROUP BY 1, 2 ORDER BY 1, 2`;

/** What happens adds up over a longer step; what is, is its mean. */
const SUMMED = '^(credits\\.|players\\.new$|http\\.requests$)';
