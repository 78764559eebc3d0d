import type { Database, Sql } from '@sw/db';
import { contentColumns, contentHash, GENESIS, linkHash } from './chain.ts';

const BATCH = 1000;
const MAX_FINDINGS = 50;
/** Rows younger than this may still wait for their seal. */
const SETTLING_MS = 60_000;
/** Kept this long (rule book, platform 4); whole months are dropped, so a row may live a month longer. */
export const AUDIT_KEPT_MS = 400 * 86_400_000;

export type FindingKind = 'changed' | 'removed' | 'inserted' | 'broken_link' | 'missing_link';

export interface Finding {
  readonly kind: FindingKind;
  readonly seq: bigint | null;
  readonly auditId: string | null;
}

export interface Verification {
  readonly ok: boolean;
  readonly checkedLinks: number;
  /** Rows whose months were dropped: their links still hold. */
  readonly expiredRows: number;
  readonly pendingRows: number;
  readonly firstSeq: bigint | null;
  readonly lastSeq: bigint | null;
  /** Of the last link, hex: kept outside of the database it proves that the chain was not rewritten. */
  readonly headHash: string | null;
  /** The first ones. */
  readonly findings: readonly Finding[];
}

interface ChainRow {
  readonly seq: bigint;
  readonly auditId: string;
  readonly chainAt: string;
  readonly contentHash: Uint8Array;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
  /** Null: there is no such row. */
  readonly id: string | null;
  readonly at: string;
  readonly content: (string | null)[];
}

/**
 * Walks the chain from its first link and compares every row of the log: what was changed, removed or inserted
 * past the server is found, and so is a chain with a hole. Reads in batches and holds nothing.
 */
export const verifyAudit = async (db: Pick<Database, 'sql'>, nowMs: number): Promise<Verification> => {
  const walk: Walk = { findings: [], expiredRows: 0, checkedLinks: 0, lastSeq: 0n, prevHash: GENESIS };
  for (;;) {
    const rows: readonly ChainRow[] = await readLinks(db.sql, walk.lastSeq);
    for (const row of rows) step(walk, row, nowMs);
    if (rows.length < BATCH) break;
  }
  const [outside] = await readOutside(db.sql, new Date(nowMs - SETTLING_MS));
  for (const auditId of outside?.inserted ?? []) walk.findings.push({ kind: 'inserted', seq: null, auditId });
  const isEmpty = walk.checkedLinks === 0;
  return {
    ok: walk.findings.length === 0,
    checkedLinks: walk.checkedLinks,
    expiredRows: walk.expiredRows,
    pendingRows: outside?.pending ?? 0,
    firstSeq: isEmpty ? null : 1n,
    lastSeq: isEmpty ? null : walk.lastSeq,
    headHash: isEmpty ? null : Buffer.from(walk.prevHash).toString('hex'),
    findings: walk.findings.slice(0, MAX_FINDINGS),
  };
};

interface Walk {
  readonly findings: Finding[];
  expiredRows: number;
  checkedLinks: number;
  lastSeq: bigint;
  prevHash: Uint8Array;
}

const step = (walk: Walk, row: ChainRow, nowMs: number): void => {
  const { seq, auditId } = row;
  if (seq !== walk.lastSeq + 1n) walk.findings.push({ kind: 'missing_link', seq, auditId: null });
  const isExpired = row.id === null && Date.parse(`${row.chainAt}Z`) < nowMs - AUDIT_KEPT_MS;
  if (isExpired) walk.expiredRows += 1;
  const kind = isExpired && isLinked(row, walk.prevHash) ? null : judge(row, walk.prevHash);
  if (kind !== null) walk.findings.push({ kind, seq, auditId });
  walk.prevHash = row.hash;
  walk.lastSeq = seq;
  walk.checkedLinks += 1;
};

const isLinked = (row: ChainRow, prevHash: Uint8Array): boolean =>
  Buffer.compare(row.prevHash, prevHash) === 0 &&
  Buffer.compare(linkHash({ ...row, at: row.chainAt }), row.hash) === 0;

const judge = (row: ChainRow, prevHash: Uint8Array): FindingKind | null => {
  if (!isLinked(row, prevHash)) return 'broken_link';
  if (row.id === null) return 'removed';
  const isSame = Buffer.compare(contentHash({ ...row, id: row.id }), row.contentHash) === 0;
  return isSame ? null : 'changed';
};

const readLinks = (sql: Sql, afterSeq: bigint) => sql<ChainRow[]>`
  SELECT c.seq, c.audit_id, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS chain_at,
         c.content_hash, c.prev_hash, c.hash, ${contentColumns(sql)}
  FROM audit_chain c LEFT JOIN audit_log a ON a.id = c.audit_id
  WHERE c.seq > ${afterSeq} ORDER BY c.seq LIMIT ${BATCH}`;

/** Rows without a link: those that are too old to be waiting for it were not written by the server. */
const readOutside = (sql: Sql, settledBefore: Date) => sql<{ inserted: string[]; pending: number }[]>`
  SELECT coalesce((array_agg(a.id ORDER BY a.at) FILTER (WHERE a.at < ${settledBefore}))[1:${MAX_FINDINGS}],
                  '{}') AS inserted,
         (count(*) FILTER (WHERE a.at >= ${settledBefore}))::int AS pending
  FROM audit_log a
  WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.audit_id = a.id)`;
