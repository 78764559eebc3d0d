import { describe, expect, it } from 'vitest';
import { todayOf } from './today-view.ts';

const NOW = Date.parse('2102-03-04T12:00:00Z');
const row = (hoursAgo: number, amount: bigint, account: 'wallet' | 'bank' = 'wallet', reason = 'trade') => ({
  id: String(hoursAgo),
  at: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
  amount,
  reason,
  account,
  refType: null,
  refId: null,
});

describe('today', () => {
  it('walks the wallet back from what it holds now', () => {
    const today = todayOf(1_500n, [row(1, 800n), row(2, -300n), row(30, 99n), row(3, 7n, 'bank')], [], NOW);
    expect(today?.change).toBe(500n);
    expect(today?.points.map(({ y }) => y)).toEqual([1_000, 700, 1_500, 1_500]);
  });

  it('runs forward even where the newest row is ahead of the clock of the page', () => {
    const today = todayOf(1_500n, [row(-0.001, 800n), row(2, -300n)], [], NOW);
    const times = today?.points.map(({ x }) => x) ?? [];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(today?.points.at(-1)?.y).toBe(1_500);
  });

  it('does not count what a newcomer is given', () => {
    const grant = row(1, 5_000n, 'wallet', 'first_login_grant');
    expect(todayOf(5_000n, [grant], [], NOW)).toBeNull();
    expect(todayOf(4_700n, [row(0.5, -300n), grant], [], NOW)?.change).toBe(-300n);
  });

  it('has nothing to say about a day without movement', () => {
    expect(todayOf(1_500n, [row(25, 5n)], [], NOW)).toBeNull();
  });
});
