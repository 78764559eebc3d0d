import { describe, expect, it } from 'vitest';
import type { LifecycleClocks, RegionStatus } from './index.ts';
import { checkLifecycle, dueStatus, LIFECYCLE, REGION_STATUSES } from './index.ts';

const DAY = 86_400_000;
const clocks = (status: RegionStatus, more: Partial<LifecycleClocks> = {}): LifecycleClocks => ({
  status,
  suspendedAtMs: 0,
  evacuatedAtMs: null,
  terminatedAtMs: null,
  ...more,
});

describe('the life of a region', () => {
  it('can be suspended while active, resumed before it ends, ended while it is there, and tried again when it failed', () => {
    const from = (act: Parameters<typeof checkLifecycle>[1]) =>
      REGION_STATUSES.filter((status) => checkLifecycle(status, act) === null);
    expect(from('suspend')).toEqual(['active']);
    expect(from('resume')).toEqual(['suspended', 'grace']);
    expect(from('terminate')).toEqual(['active', 'suspended', 'grace', 'failed']);
    expect(from('retry')).toEqual(['attaching', 'failed']);
    expect(checkLifecycle('purged', 'resume')).toEqual({
      code: 'invalid_state',
      details: { regionStatus: 'purged' },
    });
  });

  it('goes from suspension to grace after 7 days and ends 30 days after the suspension', () => {
    expect(dueStatus(clocks('suspended'), 7 * DAY - 1)).toBeNull();
    expect(dueStatus(clocks('suspended'), 7 * DAY)).toBe('grace');
    expect(dueStatus(clocks('grace'), 30 * DAY - 1)).toBeNull();
    expect(dueStatus(clocks('grace'), 30 * DAY)).toBe('terminated');
  });

  it('is never purged while somebody may be in it', () => {
    const ended = { terminatedAtMs: 0 };
    expect(dueStatus(clocks('terminated', ended), LIFECYCLE.purgeAfterMs)).toBeNull();
    expect(dueStatus(clocks('terminated', { ...ended, evacuatedAtMs: 5 }), LIFECYCLE.purgeAfterMs)).toBe(
      'purged',
    );
  });

  it('has no clock in any other state, and none without its beginning', () => {
    for (const status of ['pending', 'active', 'purged', 'failed'] as const) {
      expect(dueStatus(clocks(status), 1_000 * DAY)).toBeNull();
    }
    expect(dueStatus(clocks('suspended', { suspendedAtMs: null }), 1_000 * DAY)).toBeNull();
  });
});
