import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { exportOf, takeExport } from './account.repository.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import type { SessionOwner } from './sessions.service.ts';

const DAY_MS = 86_400_000;
/** Of lists that grow without end the newest so many are given. */
const MAX_ROWS = 5_000;

/** Everything kept about an account, once in 24 hours, from one snapshot (rule book, platform 3.10). */
export const exportAccount = ({ deps }: AuthParts, owner: SessionOwner, trace: RequestTrace) =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [taken] = await tx.load(takeExport(sql, owner.userId, trace.nowMs, trace.nowMs - DAY_MS));
    if (taken.length === 0) throw new AppError('rate_limited', {}, { retryAfterS: DAY_MS / 1000 });
    const parts = exportOf(sql, owner.userId, MAX_ROWS);
    const names = Object.keys(parts);
    const answers = await tx.load(...Object.values(parts));
    await tx.commit(
      insertAuditRow(deps, sql, {
        ...trace,
        actorType: owner.audience,
        actorUserId: owner.userId,
        sessionId: owner.sessionId,
        action: 'users.exported',
        resourceType: 'user',
        resourceId: owner.userId,
        outcome: 'success',
        severity: 'notice',
      }),
    );
    return Object.fromEntries(names.map((name, index) => [name, plain(answers[index])]));
  });

/** Rows as JSON carries them: big integers as text, moments as RFC 3339. */
const plain = (rows: unknown): unknown =>
  JSON.parse(
    JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
