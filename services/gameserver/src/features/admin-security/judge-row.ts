/** A row of the audit log with the counts around it. */
export interface WatchedRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly outcome: string;
  readonly actorType: string;
  readonly actorUserId: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly ip: string | null;
  readonly method: string | null;
  /** Attempts without the scope by this operator within five minutes, this one included. */
  readonly denials: number;
  /** Changes by this operator within ten minutes, this one included. */
  readonly changes: number;
  /** An operator signed in from an address he never used, though he has signed in before. */
  readonly isNewAddress: boolean;
}

export interface Sighting {
  readonly kind: 'refresh_reuse' | 'spray' | 'admin_new_ip' | 'scope_denied_burst' | 'bulk_admin_change';
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly row: WatchedRow;
  readonly subject: string;
  readonly subjectUserId: string | null;
}

/** Attempts without the scope within five minutes that are no slip of the hand (rule book, platform 4). */
export const DENIAL_BURST = 10;
/** Changes within ten minutes that no careful hand makes one by one. */
export const BULK_CHANGES = 50;

/** What a row is a sign of. */
export const judgeRow = (row: WatchedRow): readonly Sighting[] => {
  const actor = { row, subject: row.actorUserId ?? '', subjectUserId: row.actorUserId };
  if (row.action === 'auth.refresh_reuse') {
    const subjectUserId = row.resourceId;
    return [{ kind: 'refresh_reuse', severity: 'high', row, subject: subjectUserId ?? '', subjectUserId }];
  }
  if (row.action === 'auth.spray') {
    return [{ kind: 'spray', severity: 'high', row, subject: row.ip ?? '', subjectUserId: null }];
  }
  if (row.isNewAddress) return [{ kind: 'admin_new_ip', severity: 'medium', ...actor }];
  if (row.action === 'access.denied' && row.denials >= DENIAL_BURST) {
    return [{ kind: 'scope_denied_burst', severity: 'medium', ...actor }];
  }
  if (row.changes >= BULK_CHANGES) return [{ kind: 'bulk_admin_change', severity: 'medium', ...actor }];
  return [];
};
