import type { AddressBlock, SecurityAlert } from '@sw/contracts/admin';
import type { Sql } from '@sw/db';

export interface AlertRow extends Omit<SecurityAlert, 'createdAt' | 'lastAt'> {
  readonly createdAt: Date;
  readonly lastAt: Date;
}

export const alertColumns = (sql: Sql) => sql`
  s.id, s.kind, s.severity, s.state, coalesce(u.username, s.subject) AS subject, s.subject_user_id, s.count,
  s.created_at, s.last_at, o.username AS assigned_to, s.audit_id, s.version`;

export const alertTables = (sql: Sql) => sql`
  security_alerts s LEFT JOIN users u ON u.id = s.subject_user_id LEFT JOIN users o ON o.id = s.assigned_to`;

export const presentAlert = (row: AlertRow): SecurityAlert => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
});

export interface BlockRow extends Omit<AddressBlock, 'createdAt' | 'expiresAt' | 'liftedAt'> {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly liftedAt: Date | null;
}

export const blockColumns = (sql: Sql) => sql`
  b.id, b.cidr::text, b.reason, u.username AS created_by, b.created_at, b.expires_at, b.lifted_at`;

export const blockTables = (sql: Sql) => sql`ip_blocks b LEFT JOIN users u ON u.id = b.created_by`;

export const presentBlock = (row: BlockRow): AddressBlock => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  liftedAt: row.liftedAt?.toISOString() ?? null,
});
