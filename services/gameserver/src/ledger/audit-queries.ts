import type { AnyStatement, Sql } from '@sw/db';
import { BURN, MINT, START_TURNS } from '@sw/rules';

/** How many findings of one kind are named; all are counted. */
const NAMED = 20;

/** Something that does not add up: what it should be and what it is. */
export interface FindingRow {
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
  /** Of this kind altogether. */
  readonly total: number;
}

/** The audit reads everything once; that may take longer than a command may. */
export const liftStatementTimeout = (sql: Sql): AnyStatement => sql`SET LOCAL statement_timeout = 0`;

/**
 * Every account with what is recorded for it and what its ledger rows add up to. A hot account has no
 * balance row: its record is the checkpoint plus the rows behind it, so it is its checkpoint that is proved.
 */
const accounts = (sql: Sql) => sql`
  WITH sums AS (
    SELECT leg.account, sum(leg.delta) AS total,
           coalesce(sum(leg.delta) FILTER (WHERE l.xid < c.up_to), 0) AS folded
    FROM credit_ledger l
    CROSS JOIN LATERAL (VALUES (l.to_account, l.amount), (l.from_account, -l.amount)) AS leg (account, delta)
    LEFT JOIN ledger_checkpoints c ON c.account = leg.account
    GROUP BY leg.account
  ), named AS (
    SELECT account FROM sums UNION SELECT id FROM ledger_accounts UNION SELECT account FROM ledger_checkpoints
  ), accounts AS (
    SELECT n.account, coalesce(s.total, 0) AS total,
           CASE WHEN n.account IN (${MINT}, ${BURN}) OR starts_with(n.account, 'region:')
                  OR starts_with(n.account, 'clearing:')
                THEN coalesce(c.balance, 0) + coalesce(s.total, 0) - coalesce(s.folded, 0)
                ELSE coalesce(a.balance, 0) END AS recorded
    FROM named n
    LEFT JOIN sums s ON s.account = n.account
    LEFT JOIN ledger_accounts a ON a.id = n.account
    LEFT JOIN ledger_checkpoints c ON c.account = n.account
  )`;

export interface TotalsRow {
  readonly accounts: number;
  readonly sumOfAccounts: string;
  readonly negativeAccounts: number;
}

/** All accounts together: over double entry their sum is 0, and only MINT and clearing may be below it. */
export const sumAccounts = (sql: Sql) =>
  sql<TotalsRow[]>`
    ${accounts(sql)}
    SELECT count(*)::int AS accounts, coalesce(sum(recorded), 0)::text AS sum_of_accounts,
           (count(*) FILTER (WHERE recorded < 0 AND account <> ${MINT}
                               AND NOT starts_with(account, 'clearing:')))::int AS negative_accounts
    FROM accounts`;

/** Accounts whose record is not the sum of their ledger rows. */
export const findWrongBalances = (sql: Sql) =>
  sql<FindingRow[]>`
    ${accounts(sql)}
    SELECT account AS subject, total::text AS expected, recorded::text AS actual, (count(*) OVER ())::int AS total
    FROM accounts WHERE recorded <> total ORDER BY account LIMIT ${NAMED}`;

export const countLedgerRows = (sql: Sql) =>
  sql<{ rows: bigint }[]>`SELECT count(*) AS rows FROM credit_ledger`;

/** Turn rows that do not continue the row before them (rule book, world 6). */
export const findBrokenTurnChains = (sql: Sql) =>
  sql<FindingRow[]>`
    SELECT player_id || ' row ' || id AS subject, (previous + change)::text AS expected,
           balance_after::text AS actual, (count(*) OVER ())::int AS total
    FROM (SELECT id, player_id, balance_after, regen_added + granted - spent AS change,
                 lag(balance_after) OVER (PARTITION BY player_id ORDER BY id) AS previous
          FROM turn_ledger) AS chain
    WHERE previous IS NOT NULL AND balance_after <> previous + change
    ORDER BY id LIMIT ${NAMED}`;

/** Players whose turns are not what their last turn row left, or the start when there is none. */
export const findWrongTurns = (sql: Sql) =>
  sql<FindingRow[]>`
    SELECT p.id AS subject, coalesce(last.balance_after, ${START_TURNS})::text AS expected,
           p.turns::text AS actual, (count(*) OVER ())::int AS total
    FROM players p
    LEFT JOIN LATERAL (SELECT balance_after FROM turn_ledger t WHERE t.player_id = p.id
                       ORDER BY t.id DESC LIMIT 1) AS last ON true
    WHERE p.turns <> coalesce(last.balance_after, ${START_TURNS})
    ORDER BY p.id LIMIT ${NAMED}`;

/** Ships whose used cargo is not the sum of what they carry. */
export const findWrongHolds = (sql: Sql) =>
  sql<FindingRow[]>`
    SELECT s.id AS subject, coalesce(held.units, 0)::text AS expected, s.cargo_used::text AS actual,
           (count(*) OVER ())::int AS total
    FROM ships s
    LEFT JOIN (SELECT ship_id, sum(quantity) AS units FROM ship_cargo GROUP BY ship_id) AS held
      ON held.ship_id = s.id
    WHERE s.cargo_used <> coalesce(held.units, 0)
    ORDER BY s.id LIMIT ${NAMED}`;
