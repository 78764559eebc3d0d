import type { Sql } from '@sw/db';
import type { Deps } from '../../deps.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { adminEvent } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { Sighting, WatchedRow } from './judge-row.ts';
import { judgeRow } from './judge-row.ts';

const BATCH = 500;
const BURST_MINUTES = 5;
const BULK_MINUTES = 10;

/**
 * Looks at the rows of the audit log that were sealed since the last time and raises alerts (rule book, platform 4).
 * Each row is looked at once, whoever asks: the position moves in the transaction of the alerts. What is seen again
 * while an alert is not resolved is counted there and told no second time. Answers how many alerts are new.
 */
export const watchAudit = (deps: Deps, nowMs: number): Promise<number> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [[position]] = await tx.load(sql<{ seq: bigint }[]>`SELECT seq FROM security_watch FOR UPDATE`);
    const [rows] = await tx.load(readRows(sql, position?.seq ?? 0n));
    const last = rows.at(-1);
    if (last === undefined) return 0;
    const sightings = rows.flatMap((row) => judgeRow(row));
    const raised =
      sightings.length === 0
        ? []
        : await tx.load(...sightings.map((sighting) => raise(sql, deps.newId(), sighting)));
    const events: OutboxEvent[] = raised.flatMap(([alert]) =>
      alert === undefined || alert.count > 1
        ? []
        : [
            adminEvent('security', 'security.alert', {
              alertId: alert.id,
              kind: alert.kind,
              severity: alert.severity === 'medium' || alert.severity === 'low' ? 'warning' : alert.severity,
              subject: alert.subject,
              at: alert.lastAt.toISOString(),
            }),
          ],
    );
    await saveAndTell(deps, tx, nowMs, [sql`UPDATE security_watch SET seq = ${last.seq}`], events);
    return events.length;
  });

interface RaisedAlert {
  readonly id: string;
  readonly kind: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly subject: string;
  readonly count: number;
  readonly lastAt: Date;
}

const raise = (sql: Sql, id: string, { kind, severity, row, subject, subjectUserId }: Sighting) =>
  sql<RaisedAlert[]>`
    INSERT INTO security_alerts AS s
      (id, kind, severity, subject, subject_user_id, audit_id, created_at, last_at)
    VALUES (${id}, ${kind}, ${severity}, ${subject}, (SELECT u.id FROM users u WHERE u.id = ${subjectUserId}::uuid),
            ${row.id}, ${row.at}, ${row.at})
    ON CONFLICT (kind, subject) WHERE state <> 'resolved'
      DO UPDATE SET count = s.count + 1, last_at = greatest(s.last_at, excluded.last_at),
                    audit_id = excluded.audit_id, version = s.version + 1
    RETURNING id, kind, severity, subject, count, last_at`;

/** Rows with what their kind of alert needs to know of the rows before them. */
const readRows = (sql: Sql, afterSeq: bigint) => sql<(WatchedRow & { seq: bigint })[]>`
  SELECT c.seq, a.id, a.at, a.action, a.outcome, a.actor_type, a.actor_user_id, a.resource_type,
         a.resource_id, a.ip, a.method,
         CASE WHEN a.action = 'access.denied' THEN (
           SELECT count(*)::int FROM audit_log b
           WHERE b.actor_user_id = a.actor_user_id AND b.action = 'access.denied'
             AND b.at <= a.at AND b.at > a.at - make_interval(mins => ${BURST_MINUTES})) ELSE 0 END AS denials,
         CASE WHEN a.actor_type = 'admin' AND a.method <> 'GET' AND a.outcome = 'success' THEN (
           SELECT count(*)::int FROM audit_log b
           WHERE b.actor_user_id = a.actor_user_id AND b.actor_type = 'admin' AND b.method <> 'GET'
             AND b.outcome = 'success' AND b.at <= a.at
             AND b.at > a.at - make_interval(mins => ${BULK_MINUTES})) ELSE 0 END AS changes,
         a.action = 'auth.login' AND a.outcome = 'success' AND a.actor_type = 'admin'
           AND EXISTS (SELECT 1 FROM audit_log b
                       WHERE b.actor_user_id = a.actor_user_id AND b.actor_type = 'admin'
                         AND b.action = 'auth.login' AND b.outcome = 'success' AND b.at < a.at)
           AND NOT EXISTS (SELECT 1 FROM audit_log b
                           WHERE b.actor_user_id = a.actor_user_id AND b.actor_type = 'admin'
                             AND b.action = 'auth.login' AND b.outcome = 'success'
                             AND b.ip = a.ip AND b.at < a.at) AS is_new_address
  FROM audit_chain c JOIN audit_log a ON a.id = c.audit_id AND a.at = c.at
  WHERE c.seq > ${afterSeq} ORDER BY c.seq LIMIT ${BATCH}`;
