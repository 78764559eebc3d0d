import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { credits, id, moment, quantity } from '../primitives.ts';
import { COUNTER_REFUSALS, counterAct } from './services.ts';

const game = { auth: 'player', tag: 'warehouse', status: 200 } as const;
const command = { ...counterAct, ...game, params: z.strictObject({ id }) } as const;

const blocks = z.strictObject({ blocks: z.int().min(1).max(20) });
/** A kind of cargo by its key; what may be stored is for the rules to say. */
const goods = z.strictObject({ commodity: z.string().regex(/^[a-z_]{1,40}$/), quantity });

/** The room a player rents at one station. */
export const warehouseView = z.object({
  stationId: id,
  stationName: z.string(),
  sectorNumber: z.int(),
  blocks: z.int(),
  capacity: z.int(),
  used: z.int(),
  /** A day of rent. */
  rent: credits,
  paidUntil: moment,
  unpaidSince: moment.nullable(),
  /** When the contents are sold unless the rent is paid; null while it is. */
  clearedAt: moment.nullable(),
  due: credits,
  items: z.array(z.object({ commodity: z.string(), quantity: z.int(), avgCost: credits })),
});

export const getWarehouse = endpoint({
  ...game,
  id: 'warehouse.get',
  method: 'GET',
  path: '/stations/{id}/warehouse',
  summary: 'Your warehouse at a station, wherever you are; not found where you rent none.',
  rateClass: 'read',
  idempotency: 'none',
  params: z.strictObject({ id }),
  reply: warehouseView,
  errors: [],
});

export const rentWarehouse = endpoint({
  ...command,
  id: 'warehouse.rent',
  path: '/stations/{id}/warehouse/rent',
  summary: 'Rent blocks of ten units more; the first day is paid at once.',
  body: blocks,
  errors: [...COUNTER_REFUSALS, 'rent_due', 'warehouse_limit', 'insufficient_credits'],
});

export const releaseWarehouse = endpoint({
  ...command,
  id: 'warehouse.release',
  path: '/stations/{id}/warehouse/release',
  summary: 'Give back blocks that stand empty; the last ones end the tenancy.',
  body: blocks,
  errors: [...COUNTER_REFUSALS, 'rent_due', 'no_warehouse', 'warehouse_in_use'],
});

export const payWarehouse = endpoint({
  ...command,
  id: 'warehouse.pay',
  path: '/stations/{id}/warehouse/pay',
  summary: 'Pay the rent that could not be taken, from the bank first.',
  body: z.strictObject({}).default({}),
  errors: [...COUNTER_REFUSALS, 'no_warehouse', 'rent_not_due', 'insufficient_credits'],
});

export const storeGoods = endpoint({
  ...command,
  id: 'warehouse.deposit',
  path: '/stations/{id}/warehouse/deposit',
  summary: 'Bring goods from the hold into the warehouse.',
  body: goods,
  errors: [
    ...COUNTER_REFUSALS,
    'no_warehouse',
    'rent_due',
    'contraband_refused',
    'not_storable',
    'not_in_cargo',
    'warehouse_full',
  ],
});

export const retrieveGoods = endpoint({
  ...command,
  id: 'warehouse.withdraw',
  path: '/stations/{id}/warehouse/withdraw',
  summary: 'Take goods out of the warehouse into the hold.',
  body: goods,
  errors: [...COUNTER_REFUSALS, 'no_warehouse', 'rent_due', 'not_in_warehouse', 'cargo_full'],
});
