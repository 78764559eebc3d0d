import type { LedgerAudit } from '@sw/gameserver';
import { describe, expect, it } from 'vitest';
import { auditReport } from './audit-report.ts';

const sound: LedgerAudit = {
  checkedAtMs: 0,
  ok: true,
  accounts: 14,
  rows: 12_345n,
  sumOfAccounts: '0',
  mismatches: 0,
  negativeAccounts: 0,
  findings: [],
};

describe('auditReport', () => {
  it('aligns the figures', () => {
    expect(auditReport(sound).split('\n')).toEqual([
      'accounts             14',
      'ledger rows          12,345',
      'sum of all accounts  0',
      'mismatches           0',
      'negative accounts    0',
      'result               everything adds up',
    ]);
  });

  it('names what does not add up, and how much it does not name', () => {
    const report = auditReport({
      ...sound,
      ok: false,
      mismatches: 3,
      findings: [{ kind: 'balance', subject: 'wallet:a', expected: '680', actual: '685' }],
    });
    expect(report).toContain('DOES NOT ADD UP');
    expect(report.split('\n').slice(-3)).toEqual([
      'what     of        should be  is',
      'balance  wallet:a  680        685',
      'and 2 more',
    ]);
  });
});
