import type { getContractBoard, WireReplyOf } from '@sw/contracts';
import type { FakeGame } from './fake-game.ts';
import { FAKE_NOW, FakeRefusal } from './fake-game.ts';

type Board = WireReplyOf<typeof getContractBoard>;
export type FakeJob = Board['items'][number];

const HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

const action = (id: string, credits: number, reason: string | null = null): FakeJob['actions'][number] => ({
  id,
  enabled: reason === null,
  reason,
  reasonParams: {},
  cost: { credits },
  limits: null,
  confirm: id === 'abandon_contract' ? 'danger' : 'none',
});

const actionsOf = (state: FakeJob['state']): FakeJob['actions'] => {
  if (state === 'posted') return [action('accept_contract', 27)];
  const next = state === 'accepted' ? 'pickup_contract' : 'deliver_contract';
  return state === 'accepted' || state === 'in_transit'
    ? [action(next, 0), action('abandon_contract', 675)]
    : [];
};

/** One freight job from a station of the fake galaxy to another. */
export const fakeJob = (
  from: FakeJob['origin'],
  to: FakeJob['target'],
  more: Partial<FakeJob> = {},
): FakeJob => ({
  id: '00000000-0000-4000-8000-0000000000c1',
  kind: 'freight',
  state: 'posted',
  origin: from,
  target: to,
  commodity: null,
  quantity: 12,
  delivered: 0,
  aboard: 0,
  hops: 5,
  pay: 1_350,
  goodsPay: 0,
  fee: 27,
  penalty: 675,
  timeLimitH: 8,
  expiresAt: iso(FAKE_NOW + HOUR),
  deadlineAt: null,
  endedAt: null,
  isReserved: false,
  actions: actionsOf(more.state ?? 'posted'),
  ...more,
});

export const fakeAllowance = (active: number): Board['jobs'] => ({
  active,
  maxActive: 5,
  counted: active,
  maxPaid: 8,
  nextAt: null,
  debt: 0,
});

const NEXT: Readonly<Record<string, FakeJob['state']>> = {
  accept: 'accepted',
  pickup: 'in_transit',
  deliver: 'completed',
  abandon: 'abandoned',
};
const PAID: Readonly<Record<string, number>> = { accept: 27, pickup: 0, deliver: 1_350, abandon: 675 };

/** Moves a job of the fake one state on, as the real server would answer. */
export const actOnFakeJob = (game: FakeGame, id: string, act: string) => {
  const job = game.jobs.find((entry) => entry.id === id);
  const state = NEXT[act];
  if (job === undefined || state === undefined) throw new FakeRefusal(404, 'not_found');
  const deadlineAt = iso(FAKE_NOW + job.timeLimitH * HOUR);
  const aboard = act === 'pickup' ? job.quantity : 0;
  game.jobs = game.jobs.map((entry) =>
    entry === job ? { ...job, state, aboard, deadlineAt, actions: actionsOf(state) } : entry,
  );
  game.credits += act === 'deliver' ? job.pay : -(PAID[act] ?? 0);
  game.rev += 1;
  return {
    rev: game.rev,
    contractId: id,
    state,
    delivered: act === 'deliver' ? job.quantity : 0,
    deadlineAt,
    paid: PAID[act] ?? 0,
    credits: game.credits,
    cargo: game.state().cargo,
    jobs: fakeAllowance(game.jobs.filter((entry) => entry.state !== 'posted').length),
  };
};
