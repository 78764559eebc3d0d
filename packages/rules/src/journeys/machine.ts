/** States of a journey between two servers (rule book, platform 8.4). */
export type JourneyState =
  | 'requested'
  | 'reserved'
  | 'departed'
  | 'held'
  | 'moved'
  | 'arrived'
  | 'completed'
  | 'rejected'
  | 'returned';

/** What the server a journey began at does next. */
export type JourneyStep = 'reserve' | 'depart' | 'move' | 'return' | 'arrive' | 'close' | 'reject';

/** What became of a step: done, refused for good by the rules, or nobody answered. */
export type StepOutcome = 'done' | 'refused' | 'unreachable';

/** A slot is held this long at the destination. */
export const JOURNEY_SLOT_MS = 5 * 60_000;
/** After this time operators are told. */
export const JOURNEY_STUCK_MS = 15 * 60_000;

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** How long to wait after so many attempts in a row that nobody answered: 2 s, doubled up to a minute. */
export function journeyRetryMs(attempts: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(Math.max(attempts, 1) - 1, 10));
}

export interface JourneyMoment {
  readonly state: JourneyState;
  readonly createdAtMs: number;
  /** Until when the destination holds the slot; null before it was asked. */
  readonly reservedUntilMs: number | null;
  readonly nowMs: number;
}

/**
 * The next step of a journey (rule book, platform 8.4), or null when it is over or waits for an operator. Before the
 * point of no return a slot that ran out sends it back; behind it the only way is forward.
 */
export function journeyStep({
  state,
  createdAtMs,
  reservedUntilMs,
  nowMs,
}: JourneyMoment): JourneyStep | null {
  const isSlotOver = reservedUntilMs !== null && nowMs >= reservedUntilMs;
  switch (state) {
    case 'requested':
      return nowMs - createdAtMs >= JOURNEY_SLOT_MS ? 'reject' : 'reserve';
    case 'reserved':
      return isSlotOver ? 'reject' : 'depart';
    case 'departed':
      return isSlotOver ? 'return' : 'move';
    case 'moved':
      return 'arrive';
    case 'arrived':
      return 'close';
    default:
      return null;
  }
}

const WHEN_DONE: Readonly<Record<JourneyStep, JourneyState>> = {
  reserve: 'reserved',
  depart: 'departed',
  move: 'moved',
  return: 'returned',
  arrive: 'arrived',
  close: 'completed',
  reject: 'rejected',
};

/**
 * The state after a step. A refusal ends a journey that has not left; one that has left is still where it was, and is
 * sent back by a step of its own; what refuses a return is the proof that it moved. Behind the point of no return a
 * refusal changes nothing.
 */
export function afterStep(state: JourneyState, step: JourneyStep, outcome: StepOutcome): JourneyState {
  if (outcome === 'done') return WHEN_DONE[step];
  if (outcome === 'unreachable') return state;
  if (step === 'reserve' || step === 'depart') return 'rejected';
  return step === 'return' ? 'moved' : state;
}

/** Whether nothing more happens to a journey. */
export function isJourneyOver(state: JourneyState): boolean {
  return state === 'completed' || state === 'rejected' || state === 'returned';
}

/** Whether player, ship and credits are under way: they have left, and are at home on no server. */
export function isUnderWay(state: JourneyState): boolean {
  return state === 'departed' || state === 'held' || state === 'moved';
}
