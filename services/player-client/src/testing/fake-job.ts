import type { getContractBoard, WireReplyOf } from '@sw/contracts';

type Board = WireReplyOf<typeof getContractBoard>;
export type FakeJob = Board['items'][number];

const action = (id: string, credits: number, reason: string | null = null): FakeJob['actions'][number] => ({
  id,
  enabled: reason === null,
  reason,
  reasonParams: {},
  cost: { credits },
  limits: null,
  confirm: id === 'abandon_contract' ? 'danger' : 'none',
});

const QUANTITY = 12;

export const actionsOf = (state: FakeJob['state']): FakeJob['actions'] => {
  if (state === 'posted') {
    const accept = action('accept_contract', 27);
    return [{ ...accept, cost: { ...accept.cost, cargo: QUANTITY } }];
  }
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
  quantity: QUANTITY,
  delivered: 0,
  aboard: 0,
  hops: 5,
  pay: 1_350,
  goodsPay: 0,
  fee: 27,
  penalty: 675,
  timeLimitH: 8,
  expiresAt: '2102-11-20T15:03:00.000Z',
  deadlineAt: null,
  endedAt: null,
  isReserved: false,
  actions: actionsOf(more.state ?? 'posted'),
  ...more,
});
