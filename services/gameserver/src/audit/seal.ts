import type { Sql } from '@sw/db';
import type { Deps } from '../deps.ts';
import type { SealedContent } from './chain.ts';
import { contentColumns, contentHash, GENESIS, linkHash } from './chain.ts';

const BATCH = 500;
/** Rows of transactions that took longer than this to commit stay unsealed, and a verification names them. */
export const SEAL_WINDOW_MS = 86_400_000;

interface Link {
  readonly seq: bigint;
  readonly hash: Uint8Array;
}

/**
 * Chains rows that were committed since the last time, in the order of their moments. It runs behind the
 * commits, so that audited acts never wait for each other; one process at a time does it (a leased loop), and
 * the unique numbers of the chain refuse a second one. Answers how many rows were sealed.
 */
export const sealAudit = async (deps: Pick<Deps, 'db'>, nowMs: number): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const count = await sealBatch(deps, nowMs);
    sealed += count;
    if (count < BATCH) return sealed;
  }
};

const sealBatch = (deps: Pick<Deps, 'db'>, nowMs: number): Promise<number> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [[head], rows] = await tx.load(readHead(sql), readUnsealed(sql));
    if (rows.length === 0) return 0;
    let seq = head?.seq ?? 0n;
    let prevHash: Uint8Array = head?.hash ?? GENESIS;
    const links = rows.map((row) => {
      seq += 1n;
      const link = { seq, auditId: row.id, at: row.at, prevHash, contentHash: contentHash(row) };
      prevHash = linkHash(link);
      return { ...link, hash: prevHash };
    });
    await tx.commit(
      ...links.map(
        (link) => sql`
          INSERT INTO audit_chain (seq, audit_id, at, content_hash, prev_hash, hash, sealed_at)
          VALUES (${link.seq}, ${link.auditId}, (${link.at}::text || 'Z')::timestamptz, ${link.contentHash},
                  ${link.prevHash}, ${link.hash}, ${new Date(nowMs)})`,
      ),
    );
    return links.length;
  });

const readHead = (sql: Sql) => sql<Link[]>`SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1`;

const readUnsealed = (sql: Sql) => sql<SealedContent[]>`
  SELECT ${contentColumns(sql)}
  FROM audit_log a
  WHERE a.at >= coalesce(
          (SELECT c.at FROM audit_chain c ORDER BY c.seq DESC LIMIT 1)
            - make_interval(secs => ${SEAL_WINDOW_MS / 1000}), '-infinity')
    AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.audit_id = a.id)
  ORDER BY a.at, a.id LIMIT ${BATCH}`;
