import { describe, expect, it } from 'vitest';
import type { Job } from './job-types.ts';
import { arrange, fullPay, nextPlace, payPerTurn } from './job-view.ts';

const place = (turns: number | null): Job['target'] => ({
  stationId: 's',
  stationName: 'Halcyon Dock',
  sectorId: 1,
  sectorNumber: 1,
  regionName: 'terran-space',
  turns,
  knownHops: null,
});

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  kind: 'freight',
  state: 'posted',
  origin: place(0),
  target: place(15),
  commodity: null,
  quantity: 5,
  delivered: 0,
  aboard: 0,
  hops: 5,
  pay: 1_350n,
  goodsPay: 0n,
  fee: 27n,
  penalty: 675n,
  timeLimitH: 8,
  expiresAt: null,
  deadlineAt: null,
  endedAt: null,
  isReserved: false,
  actions: [],
  ...more,
});

describe('jobs in order', () => {
  const far = job('far', { pay: 2_850n, hops: 15, target: place(45), timeLimitH: 20 });
  const near = job('near', { pay: 1_050n, hops: 3, target: place(9) });
  const goods = job('goods', {
    kind: 'procurement',
    commodity: 'fuel',
    pay: 1_500n,
    goodsPay: 2_000n,
    hops: 6,
  });
  const kept = job('kept', { pay: 900n, isReserved: true, hops: 4 });
  const ids = (...of: Parameters<typeof arrange>) => arrange(...of).map(({ id }) => id);

  it('put what is kept for the player first, then what was asked for', () => {
    const all = [near, far, goods, kept];
    expect(ids(all, 'all', 'pay')).toEqual(['kept', 'goods', 'far', 'near']);
    expect(ids(all, 'all', 'near')).toEqual(['kept', 'near', 'goods', 'far']);
    expect(ids(all, 'all', 'per_turn')).toEqual(['kept', 'near', 'far', 'goods']);
    expect(ids(all, 'all', 'time')[1]).toBe('far');
    expect(ids(all, 'procurement', 'pay')).toEqual(['goods']);
  });

  it('say what a turn brings only where a flight is known', () => {
    expect(payPerTurn(near)).toBe(116n);
    expect(payPerTurn(job('x', { target: place(null) }))).toBeNull();
    expect(payPerTurn(job('x', { target: place(0) }))).toBeNull();
    expect(payPerTurn(goods)).toBeNull();
    expect(fullPay(goods)).toBe(3_500n);
  });

  it('lead to the cargo first, then to where it goes', () => {
    expect(nextPlace(job('x', { state: 'accepted', origin: place(3) })).turns).toBe(3);
    expect(nextPlace(job('x', { state: 'in_transit', origin: place(3) })).turns).toBe(15);
    expect(nextPlace({ ...goods, state: 'accepted' }).turns).toBe(15);
  });
});
