import { describe, expect, it } from 'vitest';
import { sampleHealth } from '../../testing/fake-server.ts';
import { attentionOf } from './attention.ts';

describe('attentionOf', () => {
  it('finds nothing in a healthy installation, nor before the first audit', () => {
    const health = sampleHealth();
    expect(attentionOf(health)).toEqual([]);
    expect(attentionOf({ ...health, ledger: { isTradingHalted: false, lastAudit: null } })).toEqual([]);
  });

  it('names the gravest first', () => {
    const health = sampleHealth();
    const audit = health.ledger?.lastAudit;
    if (audit == null) throw new Error('the sample has an audit');
    const broken = {
      ...health,
      realtime: null,
      ledger: {
        isTradingHalted: true,
        lastAudit: { ...audit, ok: false, mismatches: 2, negativeAccounts: 1 },
      },
      jobs: [{ name: 'cleanup', schedule: '13 * * * *', lastRunAt: null, lastState: 'failed' }],
    };
    expect(attentionOf(broken)).toEqual([
      { kind: 'ledger_mismatch', count: 3 },
      { kind: 'trading_halted' },
      { kind: 'part_silent', part: 'realtime' },
      { kind: 'job_failed', job: 'cleanup' },
    ]);
  });
});
