import { describe, expect, it } from 'vitest';
import type { EntryState } from './index.ts';
import { checkIngress, entryToll, ingressOf, REGION_STATUSES } from './index.ts';

const stranger: EntryState = {
  status: 'active',
  entryPolicy: 'open',
  isOwner: false,
  hasStake: false,
  isOutOfReach: false,
};

describe('entering a region', () => {
  it('is open to everybody where its policy says so, else to its owner and those who own something there', () => {
    expect(ingressOf(stranger)).toBe('open');
    expect(ingressOf({ ...stranger, entryPolicy: 'members_only' })).toBe('closed');
    expect(ingressOf({ ...stranger, entryPolicy: 'members_only', isOwner: true })).toBe('open');
    expect(ingressOf({ ...stranger, entryPolicy: 'members_only', hasStake: true })).toBe('open');
  });

  it('is for owner and stakeholders alone while the region is suspended or in grace', () => {
    for (const status of ['suspended', 'grace'] as const) {
      expect(ingressOf({ ...stranger, status })).toBe('closed');
      expect(ingressOf({ ...stranger, status, hasStake: true })).toBe('open');
      expect(ingressOf({ ...stranger, status, isOwner: true })).toBe('open');
    }
  });

  it('is impossible for anybody in every other state, and where the world cannot be reached', () => {
    const owner = { ...stranger, isOwner: true, hasStake: true };
    for (const status of REGION_STATUSES.filter((s) => !['active', 'suspended', 'grace'].includes(s))) {
      expect(ingressOf({ ...owner, status })).toBe('unavailable');
    }
    expect(ingressOf({ ...owner, isOutOfReach: true })).toBe('unavailable');
  });

  it('is refused by name', () => {
    expect(checkIngress('open')).toBeNull();
    expect(checkIngress('closed')).toMatchObject({ code: 'region_closed' });
    expect(checkIngress('unavailable')).toMatchObject({ code: 'region_unavailable' });
    expect(checkIngress('banned')).toMatchObject({ code: 'region_banned' });
  });

  it('costs the toll, and the owner nothing', () => {
    expect([entryToll(250, false), entryToll(250, true), entryToll(0, false)]).toEqual([250n, 0n, 0n]);
  });
});
