import type { Database } from '@sw/db';
import type { FindingRow } from './audit-queries.ts';
import {
  countLedgerRows,
  findBrokenTurnChains,
  findWrongBalances,
  findWrongHolds,
  findWrongTurns,
  liftStatementTimeout,
  sumAccounts,
} from './audit-queries.ts';

export type FindingKind = 'balance' | 'turn_chain' | 'turns' | 'hold';

/** Something that does not add up. */
export interface AuditFinding {
  readonly kind: FindingKind;
  /** Account, player or ship. */
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
}

/** What an audit saw. */
export interface LedgerAudit {
  readonly checkedAtMs: number;
  readonly ok: boolean;
  readonly accounts: number;
  readonly rows: bigint;
  /** Credits of all accounts together, MINT and BURN included: `0` unless credits appeared or vanished. */
  readonly sumOfAccounts: string;
  readonly mismatches: number;
  readonly negativeAccounts: number;
  /** The first findings of every kind. */
  readonly findings: readonly AuditFinding[];
}

/**
 * Proves in one snapshot that nothing was minted or lost (rule book, README 9: I-1, I-2, I-3, I-9): every
 * balance is the sum of its ledger rows, checkpoints included, all of them together are 0, no account is
 * below 0, turns follow their ledger row by row, and every hold is as full as its cargo. The result is
 * kept; a mismatch halts trading until an operator has looked (`resumeEconomy`).
 */
export const auditLedger = async (db: Database, nowMs: number): Promise<LedgerAudit> => {
  const audit = await inspect(db, nowMs);
  await db.write((sql) => [
    sql`INSERT INTO ledger_audits (checked_at, ok, accounts, rows, sum_of_accounts, mismatches, negative_accounts)
        VALUES (${new Date(nowMs)}, ${audit.ok}, ${audit.accounts}, ${audit.rows}, ${audit.sumOfAccounts}::numeric,
                ${audit.mismatches}, ${audit.negativeAccounts})`,
    ...(audit.ok
      ? []
      : [
          sql`INSERT INTO server_flags (name, value, updated_at)
              VALUES ('economy.read_only', 'true', ${new Date(nowMs)})
              ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
        ]),
  ]);
  return audit;
};

/** Lifts the halt a failed audit put on trading; true when there was one. Audit first: this asks nothing. */
export const resumeEconomy = async (db: Database): Promise<boolean> => {
  const [lifted] = await db.write((sql) => [
    sql<{ name: string }[]>`DELETE FROM server_flags WHERE name = 'economy.read_only' RETURNING name`,
  ]);
  return lifted.length > 0;
};

const inspect = (db: Database, nowMs: number): Promise<LedgerAudit> =>
  db.snapshot(async (tx) => {
    const { sql } = tx;
    const [, totals, rows, balances, chains, turns, holds] = await tx.load(
      liftStatementTimeout(sql),
      sumAccounts(sql),
      countLedgerRows(sql),
      findWrongBalances(sql),
      findBrokenTurnChains(sql),
      findWrongTurns(sql),
      findWrongHolds(sql),
    );
    const kinds = [
      ['balance', balances],
      ['turn_chain', chains],
      ['turns', turns],
      ['hold', holds],
    ] as const;
    const mismatches = kinds.reduce((sum, [, found]) => sum + (found[0]?.total ?? 0), 0);
    const { accounts = 0, sumOfAccounts = '0', negativeAccounts = 0 } = totals[0] ?? {};
    return {
      checkedAtMs: nowMs,
      ok: mismatches === 0 && negativeAccounts === 0 && sumOfAccounts === '0',
      accounts,
      rows: rows[0]?.rows ?? 0n,
      sumOfAccounts,
      mismatches,
      negativeAccounts,
      findings: kinds.flatMap(([kind, found]) => found.map((row) => toFinding(kind, row))),
    };
  });

const toFinding = (kind: FindingKind, row: FindingRow): AuditFinding => ({
  kind,
  subject: row.subject,
  expected: row.expected,
  actual: row.actual,
});
