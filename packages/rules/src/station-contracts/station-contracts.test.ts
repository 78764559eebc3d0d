import { describe, expect, it } from 'vitest';
import { describeAccept, describeContract } from '../actions/index.ts';
import { createStream } from '../random/index.ts';
import { buildContractActor } from '../testing/build-contract-actor.ts';
import type { ContractActor, StationContract } from './index.ts';
import {
  applyPickup,
  checkAbandonContract,
  checkAccept,
  checkDeliver,
  checkPickup,
  contractTerms,
  generateStarterContract,
  isOverdue,
  isSealedCargo,
  JOB_WINDOW_MS,
  nextJobAt,
  sealedCargo,
} from './index.ts';

const NOW = 10_000_000_000;
const HOUR = 3_600_000;

const contract = (more: Partial<StationContract> = {}): StationContract => ({
  id: 'c',
  kind: 'freight',
  stationId: 'here',
  targetStationId: 'there',
  state: 'posted',
  hops: 5,
  commodity: null,
  quantity: 10,
  delivered: 0,
  timeLimitH: 8,
  expiresAtMs: NOW + HOUR,
  deadlineAtMs: null,
  shipId: null,
  ...contractTerms({ kind: 'freight', hops: 5, commodity: null, quantity: 10 }),
  ...more,
});
const taken = (more: Partial<StationContract> = {}): StationContract =>
  contract({ state: 'accepted', deadlineAtMs: NOW + HOUR, ...more });
const actor = (more: Partial<ContractActor> = {}): ContractActor =>
  buildContractActor({ hold: { capacity: 20, colonistsPerUnit: 10, items: [] }, wallet: 100n, ...more });
const codeOf = (refusal: { code: string } | null): string | null => refusal?.code ?? null;

describe('accepting', () => {
  it.each([
    ['what is posted', contract(), actor(), null],
    ['twice', taken(), actor(), 'contract_taken'],
    ['what expires now', contract({ expiresAtMs: NOW }), actor(), 'deadline_passed'],
    ['from elsewhere', contract(), actor({ dockedStationId: 'there' }), 'wrong_station'],
    ['in flight', contract(), actor({ dockedStationId: null }), 'wrong_station'],
    ['a sixth', contract(), actor({ jobs: { active: 5, paidAtMs: [], debt: 0n } }), 'limit_reached'],
    ['without the fee', contract(), actor({ wallet: 13n }), 'insufficient_credits'],
  ])('%s', (_what, job, who, code) => {
    expect(codeOf(checkAccept(job, who, NOW))).toBe(code);
  });

  it('waits for the oldest of eight paid jobs', () => {
    const jobs = { active: 0, paidAtMs: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => NOW - n * HOUR), debt: 0n };
    expect(checkAccept(contract(), actor({ jobs }), NOW)).toMatchObject({
      code: 'job_limit',
      details: { nextAt: NOW - 8 * HOUR + JOB_WINDOW_MS },
    });
    expect(checkAccept(contract(), actor({ jobs }), NOW - 8 * HOUR + JOB_WINDOW_MS)).not.toBeNull();
    expect(nextJobAt(jobs, NOW - 8 * HOUR + JOB_WINDOW_MS)).toBeNull();
  });

  it('says what it costs', () => {
    expect(describeAccept(contract(), actor(), NOW)).toMatchObject({
      enabled: true,
      cost: { credits: 14n, cargo: 10 },
    });
  });
});

describe('loading', () => {
  const full = { capacity: 20, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 11, avgCost: 1n }] };

  it.each([
    ['at the board', taken(), actor(), null],
    ['again', taken({ state: 'in_transit' }), actor(), 'invalid_state'],
    ['what nobody accepted', contract(), actor(), 'invalid_state'],
    ['what is no sealed cargo', taken({ kind: 'procurement', commodity: 'ore' }), actor(), 'invalid_state'],
    ['at the deadline', taken({ deadlineAtMs: NOW }), actor(), 'deadline_passed'],
    ['elsewhere', taken(), actor({ dockedStationId: 'there' }), 'wrong_station'],
    ['without a ship', taken(), actor({ shipId: null }), 'no_active_ship'],
    ['into a full hold', taken(), actor({ hold: full }), 'cargo_full'],
  ])('%s', (_what, job, who, code) => {
    expect(codeOf(checkPickup(job, who, NOW))).toBe(code);
  });

  it('puts it under a seal of its own', () => {
    const { items } = applyPickup(taken(), actor());
    expect(items).toEqual([{ kind: sealedCargo('c'), quantity: 10, avgCost: 0n }]);
    expect(isSealedCargo(sealedCargo('c'))).toBe(true);
    expect(isSealedCargo('ore')).toBe(false);
  });
});

describe('delivering', () => {
  const there = (more: Partial<ContractActor> = {}): ContractActor =>
    actor({ dockedStationId: 'there', hold: applyPickup(taken(), actor()), ...more });
  const flown = taken({ state: 'in_transit' });

  it.each([
    ['all of it', flown, there(), null, null],
    ['all of it by number', flown, there(), 10, null],
    ['a part of what is sealed', flown, there(), 9, 'validation_failed'],
    ['before loading', taken(), there(), null, 'invalid_state'],
    ['twice', taken({ state: 'completed' }), there(), null, 'invalid_state'],
    ['at its deadline', { ...flown, deadlineAtMs: NOW }, there(), null, 'deadline_passed'],
    ['elsewhere', flown, there({ dockedStationId: 'here' }), null, 'wrong_station'],
    ['with another ship', flown, there({ hold: actor().hold }), null, 'not_in_cargo'],
  ])('%s', (_what, job, who, quantity, code) => {
    expect(codeOf(checkDeliver(job, who, quantity, NOW))).toBe(code);
  });

  it('wants at least one unit of a procurement, and no more than is open', () => {
    const wanted = taken({ kind: 'procurement', targetStationId: 'here', commodity: 'ore', delivered: 8 });
    const ore = { capacity: 20, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 9, avgCost: 1n }] };
    expect(codeOf(checkDeliver(wanted, actor(), null, NOW))).toBe('not_in_cargo');
    expect(codeOf(checkDeliver(wanted, actor({ hold: ore }), null, NOW))).toBeNull();
    expect(codeOf(checkDeliver(wanted, actor({ hold: ore }), 3, NOW))).toBe('validation_failed');
  });
});

describe('ending', () => {
  it('is possible for what is under way only', () => {
    expect(codeOf(checkAbandonContract(taken()))).toBeNull();
    expect(codeOf(checkAbandonContract(contract()))).toBe('invalid_state');
    expect(codeOf(checkAbandonContract(contract({ state: 'failed' })))).toBe('invalid_state');
  });

  it('comes with the deadline', () => {
    expect(isOverdue(taken(), NOW + HOUR - 1)).toBe(false);
    expect(isOverdue(taken(), NOW + HOUR)).toBe(true);
    expect(isOverdue(contract({ state: 'completed', deadlineAtMs: 1 }), NOW)).toBe(false);
  });
});

describe('what the holder may do', () => {
  const ids = (job: StationContract): string[] => describeContract(job, actor(), NOW).map(({ id }) => id);

  it('follows the state', () => {
    expect(ids(taken())).toEqual(['pickup_contract', 'abandon_contract']);
    expect(ids(taken({ state: 'in_transit' }))).toEqual(['deliver_contract', 'abandon_contract']);
    expect(ids(taken({ kind: 'procurement', commodity: 'ore' }))).toEqual([
      'deliver_contract',
      'abandon_contract',
    ]);
    expect(describeContract(taken(), actor(), NOW)[1]).toMatchObject({
      confirm: 'danger',
      cost: { credits: 350n },
    });
  });
});

describe('the job of the starter chain', () => {
  it('is freight of five units over three to five hops, else the nearest', () => {
    const targets = [2, 4, 9].map((hops) => ({ stationId: `t${hops}`, hops }));
    expect(generateStarterContract({ targets }, createStream('a', 'b'))).toMatchObject({
      kind: 'freight',
      targetStationId: 't4',
      quantity: 5,
      pay: 600n,
    });
    const far = { targets: [9, 7].map((hops) => ({ stationId: `t${hops}`, hops })) };
    expect(generateStarterContract(far, createStream('a', 'b'))?.targetStationId).toBe('t7');
    expect(generateStarterContract({ targets: [] }, createStream('a', 'b'))).toBeNull();
  });
});
