import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import type { FleetShip } from '@sw/rules';
import {
  checkDesk,
  describePurchase,
  describeSale,
  MAX_UPGRADE_LEVELS,
  pricePurchase,
  SHIP_ABILITIES,
  SHIP_TYPE_KEYS,
  SHIP_TYPES,
  saleValue,
  statSheet,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import type { FleetState } from './fleet-state.ts';
import { readFleet } from './read-fleet.ts';

type ListTypes = (typeof PLAYER_ENDPOINTS)['listShipTypes'];

/** Every type with its price for this player, here and now, and the ships he could give in payment. */
export const readShipTypes = async (
  deps: Deps,
  playerId: string,
  { tradeIn }: QueryOf<ListTypes>,
  nowMs: number,
): Promise<ReplyOf<ListTypes>> => {
  const state = await readFleet(deps, playerId, nowMs);
  const { owner, station, active } = state;
  const isDealer = checkDesk(owner.desk, 'ship_dealer') === null && station !== null;
  const given = tradeIn === undefined ? null : givenShip(state, tradeIn);
  const purchase = { ...owner, carrierStanding: null, tradeIn: given };
  return {
    dealer: isDealer ? { stationId: station.id, stationName: station.name } : null,
    own: {
      shipId: active.row.id,
      type: active.row.type,
      name: active.row.name,
      stats: statSheet(active.ship.build),
    },
    tradeIns: [...state.entries.values()]
      .filter(
        ({ row }) => row.type !== 'escape_pod' && !row.isBound && !row.isLoaner && row.status === 'docked',
      )
      .filter(({ row }) => row.stationId === active.row.stationId)
      .map(({ row, ship }) => ({
        shipId: row.id,
        name: row.name,
        type: row.type,
        isActive: ship.isActive,
        value: saleValue(ship).total,
        action: presentAction(describeSale(ship, owner, true)),
      })),
    types: SHIP_TYPE_KEYS.filter((key) => key !== 'escape_pod').map((key) => {
      const type = SHIP_TYPES[key];
      const priced = pricePurchase(key, purchase);
      const ability = SHIP_ABILITIES[key];
      return {
        key,
        size: type.size,
        price: type.priceCredits,
        stats: statSheet({ type: key, upgrades: {} }),
        attackTurns: type.attackTurns,
        abilities: ability === undefined ? [] : [ability],
        maxUpgrades: MAX_UPGRADE_LEVELS[key],
        net: priced === null ? null : priced.price - priced.tradeIn,
        missing: priced?.missing ?? 0n,
        action: presentAction(describePurchase(key, purchase)),
      };
    }),
  };
};

const givenShip = ({ entries }: FleetState, shipId: string): FleetShip => {
  const entry = entries.get(shipId);
  if (entry === undefined) throw new AppError('not_found');
  return entry.ship;
};
