import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RentOutcome, WarehouseState } from '@sw/rules';
import {
  applyPayRent,
  applyRent,
  applyRetrieve,
  applyStore,
  cargoUsed,
  checkPayRent,
  checkRent,
  checkRetrieve,
  checkStore,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findCargo, holdOf, writeCargo } from '../player/index.ts';
import { loadVisitor, saveVisit } from '../services/index.ts';
import {
  deleteWarehouse,
  lockWarehouse,
  toWarehouse,
  writeStored,
  writeTenancy,
} from './warehouse.repository.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
type Tenancy = Endpoints['rentWarehouse' | 'releaseWarehouse' | 'payWarehouse'];
type Goods = Endpoints['storeGoods' | 'retrieveGoods'];

const load = async <E extends Tenancy | Goods>(
  deps: Deps,
  command: Command<E>,
  playerId: string,
  stationId: string,
) => {
  const { sql } = command;
  const { more, ...loaded } = await loadVisitor(
    deps,
    command,
    { playerId, stationId },
    findCargo(sql, playerId),
    lockWarehouse(sql, playerId, stationId),
  );
  const [cargo, [row]] = more;
  const { visit, purse, ship } = loaded.visitor;
  const state: WarehouseState = {
    ...visit,
    ...purse,
    warehouse: row === undefined ? null : toWarehouse(row),
    hold: holdOf(ship, cargo),
  };
  return { loaded, state };
};

/** Changes a tenancy: what the rules made of it is kept, its rent paid. */
const changeTenancy = <E extends Tenancy>(
  deps: Deps,
  context: RequestContext<E>,
  stationId: string,
  judge: (state: WarehouseState) => RentOutcome,
): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { nowMs } = context;
    const { playerId } = context.caller as { playerId: string };
    const { loaded, state } = await load(deps, command, playerId, stationId);
    const { wallet, bank, paid, legs, warehouse } = judge(state);
    const { sql } = command;
    return saveVisit(
      command,
      { ...loaded, nowMs },
      {
        purse: { wallet, bank },
        paid,
        legs,
        refType: 'warehouse',
        writes: [
          warehouse === null
            ? deleteWarehouse(sql, playerId, stationId)
            : writeTenancy(sql, playerId, stationId, warehouse),
        ],
      },
    );
  });

/** Rents blocks more (rule book, economy 2.3). */
export const rentBlocks = (
  deps: Deps,
  context: RequestContext<Endpoints['rentWarehouse']>,
): Promise<RawReply> =>
  changeTenancy(deps, context, context.params.id, (state) => {
    const blocks = (state.warehouse?.blocks ?? 0) + context.body.blocks;
    assertAllowed(checkRent(state, blocks, context.nowMs));
    return applyRent(state, blocks, context.nowMs);
  });

/** Gives empty blocks back; the last ones end the tenancy. */
export const releaseBlocks = (
  deps: Deps,
  context: RequestContext<Endpoints['releaseWarehouse']>,
): Promise<RawReply> =>
  changeTenancy(deps, context, context.params.id, (state) => {
    const blocks = (state.warehouse?.blocks ?? 0) - context.body.blocks;
    assertAllowed(checkRent(state, blocks, context.nowMs));
    return applyRent(state, blocks, context.nowMs);
  });

/** Pays the rent that could not be taken. */
export const payRent = (deps: Deps, context: RequestContext<Endpoints['payWarehouse']>): Promise<RawReply> =>
  changeTenancy(deps, context, context.params.id, (state) => {
    assertAllowed(checkPayRent(state, context.nowMs));
    return applyPayRent(state, context.nowMs);
  });

const moveGoods = <E extends Goods>(
  deps: Deps,
  context: RequestContext<E>,
  order: { readonly stationId: string; readonly commodity: string },
  judge: (state: WarehouseState) => ReturnType<typeof applyStore>,
): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { nowMs } = context;
    const { playerId } = context.caller as { playerId: string };
    const { stationId, commodity } = order;
    const { loaded, state } = await load(deps, command, playerId, stationId);
    const { warehouse, hold } = judge(state);
    const { sql } = command;
    const { ship, purse } = loaded.visitor;
    return saveVisit(
      command,
      { ...loaded, nowMs },
      {
        purse,
        paid: 0n,
        legs: [],
        refType: 'warehouse',
        writes: [
          ...writeCargo(sql, ship.id, hold, [commodity], cargoUsed(hold)),
          writeStored(sql, playerId, stationId, commodity, warehouse),
        ],
        hold,
      },
    );
  });

/** Brings goods from the hold into the warehouse. */
export const storeGoods = (
  deps: Deps,
  context: RequestContext<Endpoints['storeGoods']>,
): Promise<RawReply> => {
  const { commodity, quantity } = context.body;
  return moveGoods(deps, context, { stationId: context.params.id, commodity }, (state) => {
    assertAllowed(checkStore(state, commodity, quantity, context.nowMs));
    return applyStore(state, commodity, quantity);
  });
};

/** Takes goods out of the warehouse into the hold. */
export const retrieveGoods = (
  deps: Deps,
  context: RequestContext<Endpoints['retrieveGoods']>,
): Promise<RawReply> => {
  const { commodity, quantity } = context.body;
  return moveGoods(deps, context, { stationId: context.params.id, commodity }, (state) => {
    assertAllowed(checkRetrieve(state, commodity, quantity, context.nowMs));
    return applyRetrieve(state, commodity, quantity);
  });
};
