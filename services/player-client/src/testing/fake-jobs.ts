import type { getContractBoard, WireReplyOf } from '@sw/contracts';
import type { FakeGame } from './fake-game.ts';
import type { FakeJob } from './fake-job.ts';
import { actionsOf } from './fake-job.ts';
import { FAKE_NOW } from './fake-moment.ts';
import { FakeRefusal } from './fake-refusal.ts';

type Board = WireReplyOf<typeof getContractBoard>;

const HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

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
