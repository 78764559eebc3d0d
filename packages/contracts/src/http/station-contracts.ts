import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { commodityKey, contractKind, contractState } from '../enums.ts';
import { credits, id, moment, quantity, sectorId } from '../primitives.ts';
import { cargoRow } from './player.ts';

/** A station named by a contract: whoever reads the contract is told where it is, even beyond his chart. */
export const contractPlace = z.object({
  stationId: id,
  stationName: z.string(),
  sectorId,
  sectorNumber: z.int(),
  regionName: z.string(),
  /** Plotted turns and hops over warps you know, from where you are; null when no known route leads there. */
  turns: z.int().nullable(),
  knownHops: z.int().nullable(),
});

/**
 * A job of a station. Sealed cargo has no commodity; a procurement is brought to the station that posted it, and
 * its hops count from the nearest station that sells the goods.
 */
export const contractView = z.object({
  id,
  kind: contractKind,
  state: contractState,
  origin: contractPlace,
  target: contractPlace,
  commodity: commodityKey.nullable(),
  quantity: z.int(),
  delivered: z.int(),
  /** Units of it in your hold now. */
  aboard: z.int(),
  hops: z.int(),
  /** For the job itself. */
  pay: credits,
  /** For all of the goods; 0 for sealed cargo. */
  goodsPay: credits,
  fee: credits,
  penalty: credits,
  timeLimitH: z.int(),
  expiresAt: moment.nullable(),
  deadlineAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Kept for you alone as a step of your starter chain. */
  isReserved: z.boolean(),
  actions: z.array(actionDescriptor),
});

/** What is left of your places: open contracts, and paid jobs of the rolling day. */
export const jobAllowance = z.object({
  active: z.int(),
  maxActive: z.int(),
  counted: z.int(),
  maxPaid: z.int(),
  /** When the next paid job is possible; null while one is. */
  nextAt: moment.nullable(),
  /** Penalties that found no credits: due with the next acceptance. */
  debt: credits,
});

const game = { auth: 'player', tag: 'contracts', status: 200 } as const;
const read = { ...game, method: 'GET', rateClass: 'read', idempotency: 'none' } as const;
const act = { ...game, method: 'POST', rateClass: 'action', idempotency: 'required' } as const;
const one = { params: z.strictObject({ id }), body: z.strictObject({}).default({}) } as const;

export const getContractBoard = endpoint({
  ...read,
  id: 'stations.contracts',
  path: '/stations/{id}/contracts',
  summary: 'The job board of the station you are docked at.',
  params: z.strictObject({ id }),
  reply: z.object({
    stationId: id,
    stationName: z.string(),
    items: z.array(contractView),
    jobs: jobAllowance,
  }),
  errors: ['not_docked'],
});

export const listMyContracts = endpoint({
  ...read,
  id: 'contracts.mine',
  path: '/contracts/mine',
  summary: 'Your open jobs, and those that ended within a day.',
  reply: z.object({ active: z.array(contractView), recent: z.array(contractView), jobs: jobAllowance }),
  errors: [],
});

/** What every command about a contract answers with. */
export const contractReply = z.object({
  rev: z.int(),
  contractId: id,
  state: contractState,
  delivered: z.int(),
  deadlineAt: moment.nullable(),
  /** Credits of this command: pay received, or fee and penalty paid. */
  paid: credits,
  credits,
  cargo: z.array(cargoRow),
  jobs: jobAllowance,
});

export const acceptContract = endpoint({
  ...act,
  ...one,
  id: 'contracts.accept',
  path: '/contracts/{id}/accept',
  summary: 'Accept a job at the board it hangs on; the fee is burned.',
  reply: contractReply,
  errors: [
    'contract_taken',
    'deadline_passed',
    'wrong_station',
    'limit_reached',
    'job_limit',
    'insufficient_credits',
    'economy_read_only',
    'busy',
  ],
});

export const pickupContract = endpoint({
  ...act,
  ...one,
  id: 'contracts.pickup',
  path: '/contracts/{id}/pickup',
  summary: 'Load the sealed cargo of a job.',
  reply: contractReply,
  errors: [
    'invalid_state',
    'deadline_passed',
    'no_active_ship',
    'wrong_station',
    'cargo_full',
    'economy_read_only',
    'busy',
  ],
});

export const deliverContract = endpoint({
  ...act,
  id: 'contracts.deliver',
  path: '/contracts/{id}/deliver',
  summary: 'Hand over what a job asks for; a procurement takes it in parts.',
  params: z.strictObject({ id }),
  body: z.strictObject({ quantity: quantity.optional() }).default({}),
  reply: contractReply,
  errors: [
    'invalid_state',
    'deadline_passed',
    'no_active_ship',
    'wrong_station',
    'not_in_cargo',
    'economy_read_only',
    'busy',
  ],
});

export const abandonContract = endpoint({
  ...act,
  ...one,
  id: 'contracts.abandon',
  path: '/contracts/{id}/abandon',
  summary: 'Give a job up for its penalty; sealed cargo is dropped.',
  reply: contractReply,
  errors: ['invalid_state', 'economy_read_only', 'busy'],
});
