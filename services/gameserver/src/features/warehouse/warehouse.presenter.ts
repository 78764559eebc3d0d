import type { PLAYER_ENDPOINTS, ReplyOf, ServiceView } from '@sw/contracts';
import type { MovableGoods, WarehouseState } from '@sw/rules';
import {
  blockRent,
  describePayRent,
  describeRelease,
  describeRent,
  describeRetrieve,
  describeStore,
  dueNow,
  rentDue,
  retrievableGoods,
  storableGoods,
  storedUnits,
  WAREHOUSE_BLOCK_UNITS,
  WAREHOUSE_GRACE_MS,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { holdOf } from '../player/index.ts';
import type { ServiceProvider } from '../services/index.ts';
import { numberInput, presentService, presentServiceAction } from '../services/index.ts';
import { findWarehouse, toWarehouse } from './warehouse.repository.ts';
import { findWarehousePrice } from './warehouse-price.repository.ts';

type Action = ServiceView['actions'][number];

/** The counter of the warehouse. */
export const presentWarehouse: ServiceProvider = async (deps, guest, nowMs) => {
  const { player, station, ship, cargo, visit, purse } = guest;
  const [row] = await findWarehouse(deps.db.sql, player.id, station.id);
  const warehouse = row === undefined ? null : toWarehouse(row);
  const state: WarehouseState = { ...visit, ...purse, warehouse, hold: holdOf(ship, cargo) };
  const rent = blockRent(station.warehouseBp);
  return presentService('warehouse', {
    params: { rent: Number(rent), units: WAREHOUSE_BLOCK_UNITS },
    facts: factsOf(state, nowMs),
    actions: actionsOf(state, `/stations/${station.id}/warehouse`, nowMs),
  });
};

const factsOf = ({ warehouse, station }: WarehouseState, nowMs: number): ServiceView['facts'] => {
  if (warehouse === null) return [];
  const { unpaidSinceMs, paidUntilMs, blocks } = warehouse;
  return [
    { nameKey: 'fact.blocks', kind: 'count', value: blocks },
    { nameKey: 'fact.stored', kind: 'count', value: storedUnits(warehouse) },
    { nameKey: 'fact.room', kind: 'count', value: blocks * WAREHOUSE_BLOCK_UNITS - storedUnits(warehouse) },
    { nameKey: 'fact.rent', kind: 'credits', value: Number(BigInt(blocks) * blockRent(station.warehouseBp)) },
    ...(unpaidSinceMs === null
      ? [{ nameKey: 'fact.paid_until', kind: 'moment' as const, value: new Date(paidUntilMs).toISOString() }]
      : [
          {
            nameKey: 'fact.rent_due',
            kind: 'credits' as const,
            value: Number(rentDue(warehouse, station.warehouseBp, nowMs)),
          },
          {
            nameKey: 'fact.cleared_at',
            kind: 'moment' as const,
            value: new Date(unpaidSinceMs + WAREHOUSE_GRACE_MS).toISOString(),
          },
        ]),
  ];
};

const actionsOf = (state: WarehouseState, path: string, nowMs: number): Action[] => {
  const due = dueNow(state, nowMs);
  const rent = describeRent(state, nowMs);
  const renting = presentServiceAction(rent, {
    path: `${path}/rent`,
    inputs: [numberInput('blocks', 'quantity', rent.limits)],
    price: { fixed: due, perUnit: blockRent(state.station.warehouseBp), bp: 0 },
    hasText: true,
  });
  if (state.warehouse === null) return [renting];
  const release = describeRelease(state, nowMs);
  const pay = describePayRent(state, nowMs);
  return [
    ...(state.warehouse.unpaidSinceMs === null
      ? []
      : [
          presentServiceAction(pay, {
            path: `${path}/pay`,
            price: { fixed: pay.cost.credits ?? 0n, perUnit: 0n, bp: 0 },
          }),
        ]),
    ...(state.hold.items.length === 0
      ? []
      : [
          presentServiceAction(describeStore(state, nowMs), {
            path: `${path}/deposit`,
            inputs: goodsInputs(storableGoods(state)),
          }),
        ]),
    ...(state.warehouse.items.length === 0
      ? []
      : [
          presentServiceAction(describeRetrieve(state, nowMs), {
            path: `${path}/withdraw`,
            inputs: goodsInputs(retrievableGoods(state)),
          }),
        ]),
    renting,
    presentServiceAction(release, {
      path: `${path}/release`,
      inputs: [numberInput('blocks', 'quantity', release.limits)],
      ...(due === 0n ? {} : { price: { fixed: due, perUnit: 0n, bp: 0 } }),
    }),
  ];
};

/** Which goods, and how many of them: all that fit unless somebody says less. */
const goodsInputs = (goods: readonly MovableGoods[]): Action['inputs'] => {
  const movable = goods.filter(({ max }) => max > 0);
  const most = Math.max(1, ...movable.map(({ max }) => max));
  return [
    {
      name: 'commodity',
      kind: 'choice',
      min: 0,
      max: 0,
      step: 1,
      value: null,
      options: movable.map(({ kind, max }) => ({ value: kind, nameKey: `goods.${kind}`, max })),
    },
    numberInput('quantity', 'quantity', { min: 1, max: most, step: 1 }, most),
  ];
};

/** A warehouse as its tenant sees it from anywhere; one he does not rent answers like one that does not exist. */
export const readWarehouse = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<ReplyOf<(typeof PLAYER_ENDPOINTS)['getWarehouse']>> => {
  const station = deps.atlas().station(stationId);
  const sector = station === undefined ? undefined : deps.atlas().sector(station.sectorId);
  const [[row], [level]] = await Promise.all([
    findWarehouse(deps.db.sql, playerId, stationId),
    findWarehousePrice(deps.db.sql, stationId),
  ]);
  if (station === undefined || sector === undefined || row === undefined || level === undefined)
    throw new AppError('not_found');
  const warehouse = toWarehouse(row);
  const { blocks, paidUntilMs, unpaidSinceMs, items } = warehouse;
  return {
    stationId,
    stationName: station.name,
    sectorNumber: sector.number,
    blocks,
    capacity: blocks * WAREHOUSE_BLOCK_UNITS,
    used: storedUnits(warehouse),
    rent: BigInt(blocks) * blockRent(level.warehouseBp),
    paidUntil: new Date(paidUntilMs).toISOString(),
    unpaidSince: unpaidSinceMs === null ? null : new Date(unpaidSinceMs).toISOString(),
    clearedAt: unpaidSinceMs === null ? null : new Date(unpaidSinceMs + WAREHOUSE_GRACE_MS).toISOString(),
    due: rentDue(warehouse, level.warehouseBp, nowMs),
    items: items.map(({ kind, quantity, avgCost }) => ({ commodity: kind, quantity, avgCost })),
  };
};
