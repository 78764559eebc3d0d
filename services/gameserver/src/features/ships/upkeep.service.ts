import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { RepairOrder, RepairQuote } from '@sw/rules';
import {
  afterKit,
  checkKitPurchase,
  checkKitUse,
  checkRepair,
  heldQuantity,
  kitPrice,
  leg,
  loadCargo,
  MAINTENANCE_KIT,
  quoteRepair,
  refuse,
  TURN_COSTS,
  unloadCargo,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findAnyShip } from './fleet.repository.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { readFleet } from './read-fleet.ts';
import { commandShip, runFleetCommand } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
type Repair = Endpoints['repairShip'];

/** Repairs what the order names; with `dryRun=true` it only says what that costs. */
export const repairShip = (
  deps: Deps,
  context: RequestContext<Repair>,
): Promise<RawReply | ReplyOf<Repair>> => {
  const order = orderOf(context.body);
  if (context.query.dryRun === 'true') return priceRepair(deps, context, order);
  let quote: RepairQuote | null = null;
  return runFleetCommand(
    deps,
    context,
    context.params.id,
    ({ target, owner }) => {
      assertAllowed(checkRepair(target.ship, order, owner));
      quote = quoteRepair(target.ship, order, owner.desk);
      return {
        shipId: target.row.id,
        changed: [{ ...target.row, ...quote.after }],
        legs: leg('wallet', 'BURN', quote.total, 'repair'),
      };
    },
    (base) => ({ ...base, ...pricesOf(quote) }),
  );
};

const priceRepair = async (
  deps: Deps,
  { caller, params, nowMs }: RequestContext<Repair>,
  order: RepairOrder,
): Promise<ReplyOf<Repair>> => {
  const state = await readFleet(deps, caller.playerId, nowMs);
  const entry = state.entries.get(params.id);
  if (entry === undefined) {
    const [seen] = await findAnyShip(deps.db.sql, params.id);
    throw new AppError(seen?.sectorId === state.sector.id ? 'forbidden' : 'not_found');
  }
  return {
    rev: Number(state.player.rev),
    shipId: params.id,
    credits: state.owner.credits,
    ...pricesOf(quoteRepair(entry.ship, order, state.owner.desk)),
  };
};

const orderOf = ({ hull, shields, condition }: RequestContext<Repair>['body']): RepairOrder => ({
  ...(hull === undefined ? {} : { hull }),
  ...(shields === undefined ? {} : { shields }),
  ...(condition === undefined ? {} : { condition }),
});

const pricesOf = (quote: RepairQuote | null) => ({
  hullCost: quote?.hullCost ?? 0n,
  shieldsCost: quote?.shieldsCost ?? 0n,
  conditionCost: quote?.conditionCost ?? 0n,
  total: quote?.total ?? 0n,
});

/** Buys maintenance kits into a hold, or uses one aboard the ship one flies. */
export const handleKit = (deps: Deps, context: RequestContext<Endpoints['handleKit']>): Promise<RawReply> => {
  const { body } = context;
  return commandShip(deps, context, (moment) =>
    body.do === 'buy' ? buyKits(moment, body.quantity) : takeKit(moment),
  );
};

const buyKits = ({ target, owner }: FleetMoment, quantity: number): FleetChange => {
  assertAllowed(checkKitPurchase(target.ship, quantity, owner));
  const cost = kitPrice(quantity, owner.desk);
  const hold = loadCargo(target.hold, MAINTENANCE_KIT, quantity, cost);
  return {
    shipId: target.row.id,
    holds: new Map([[target.row.id, hold]]),
    legs: leg('wallet', 'BURN', cost, 'kit'),
  };
};

const takeKit = ({ target }: FleetMoment): FleetChange => {
  if (!target.ship.isActive) assertAllowed(refuse('ship_not_active'));
  assertAllowed(checkKitUse(target.ship, heldQuantity(target.hold, MAINTENANCE_KIT)));
  return {
    shipId: target.row.id,
    changed: [{ ...target.row, ...afterKit(target.row.conditionMilli) }],
    holds: new Map([[target.row.id, unloadCargo(target.hold, MAINTENANCE_KIT, 1)]]),
    turns: { cost: TURN_COSTS.maintenance_kit, reason: 'maintenance_kit' },
  };
};
