import type { LedgerAudit } from '@sw/gameserver';

const KINDS = {
  balance: 'balance',
  turn_chain: 'turn row',
  turns: 'turns',
  hold: 'hold',
} as const;

/** What an audit saw, as lines for a terminal. */
export function auditReport(audit: LedgerAudit): string {
  const figures = [
    ['accounts', audit.accounts.toLocaleString('en')],
    ['ledger rows', audit.rows.toLocaleString('en')],
    ['sum of all accounts', audit.sumOfAccounts],
    ['mismatches', String(audit.mismatches)],
    ['negative accounts', String(audit.negativeAccounts)],
    ['result', audit.ok ? 'everything adds up' : 'DOES NOT ADD UP'],
  ] as const;
  return [...table(figures), ...findings(audit)].join('\n');
}

function findings({ findings, mismatches }: LedgerAudit): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ kind, subject, expected, actual }) => [
    KINDS[kind],
    subject,
    expected,
    actual,
  ]);
  const more = mismatches - findings.length;
  return [
    '',
    ...table([['what', 'of', 'should be', 'is'], ...rows]),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
