import type { AnyStatement, Tx } from '@sw/db';
import type { ClearOutcome, LedgerLeg, MarketRow, Purse, RentOutcome, Warehouse } from '@sw/rules';
import {
  bankOf,
  clearWarehouse,
  collectRent,
  isForfeit,
  rentDaysDue,
  resolveLegs,
  stationAccount,
  walletOf,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { StoredMarketRow, StoredStation } from '../markets/index.ts';
import {
  lockAllMarkets,
  publishHour,
  shareStation,
  toMarketRow,
  toTradeStation,
  writeMarkets,
} from '../markets/index.ts';
import { lockPlayer, raiseRevision } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import {
  deleteWarehouse,
  findDue,
  findTenancies,
  lockWarehouse,
  toWarehouse,
  writeTenancy,
} from './warehouse.repository.ts';
import { findWarehousePrice } from './warehouse-price.repository.ts';

/** What a round did. */
export interface RentRound {
  readonly paid: number;
  readonly unpaid: number;
  readonly cleared: number;
}

const BATCH = 200;

/**
 * Takes the rent of every warehouse whose paid time is over, bank first, and clears those unpaid for seven days
 * (rule book, economy 2.3). Each in a transaction of its own, decided under its locks, so that none stops the others;
 * late or repeated rounds come to the same.
 */
export const collectRents = async (deps: Deps, nowMs: number): Promise<RentRound> => {
  const round = { paid: 0, unpaid: 0, cleared: 0 };
  // Goods of a cleared warehouse go to the market.
  await publishHour(deps, nowMs);
  let after: { playerId: string; stationId: string } | null = null;
  for (;;) {
    const due: readonly { playerId: string; stationId: string }[] = await findDue(
      deps.db.sql,
      new Date(nowMs),
      after,
      BATCH,
    );
    await forEachApart(deps, 'warehouse_rent', due, async (tenancy) => {
      const done = await deps.db.command((tx) => settle(deps, tx, tenancy, nowMs));
      if (done !== null) round[done] += 1;
    });
    after = due.at(-1) ?? null;
    if (due.length < BATCH || after === null) return round;
  }
};

/** Clears every warehouse of a region that is closed; its goods are sold and the proceeds go to the bank of the tenant. */
export const clearRegionWarehouses = async (deps: Deps, regionId: string, nowMs: number): Promise<void> => {
  const tenancies = await findTenancies(deps.db.sql, regionId);
  await forEachApart(deps, 'warehouse_closing', tenancies, async (tenancy) => {
    await deps.db.command((tx) => settle(deps, tx, tenancy, nowMs, true));
  });
};

const settle = async (
  deps: Deps,
  tx: Tx,
  { playerId, stationId }: { readonly playerId: string; readonly stationId: string },
  nowMs: number,
  isClosing = false,
): Promise<keyof RentRound | null> => {
  const { sql } = tx;
  const [[player], [station], markets, [row], [price], balanceRows] = await tx.load(
    lockPlayer(sql, playerId),
    shareStation(sql, stationId),
    lockAllMarkets(sql, stationId),
    lockWarehouse(sql, playerId, stationId),
    findWarehousePrice(sql, stationId),
    lockBalances(sql, [bankOf(playerId), stationAccount(stationId), walletOf(playerId)]),
  );
  const atlasStation = deps.atlas().station(stationId);
  const sector = atlasStation === undefined ? undefined : deps.atlas().sector(atlasStation.sectorId);
  if (player === undefined || station === undefined || row === undefined) return null;
  if (sector === undefined || price === undefined) return null;
  const warehouse = toWarehouse(row);
  if (!isClosing && rentDaysDue(warehouse, nowMs) === 0) return null;

  const balances = balancesOf(balanceRows);
  const before: Purse = {
    wallet: balances.get(walletOf(playerId)) ?? 0n,
    bank: balances.get(bankOf(playerId)) ?? 0n,
  };
  const rent = collectRent(before, warehouse, price.warehouseBp, nowMs);
  const ending = endingOf(deps, rent, { ...price, sector, station, markets, isClosing }, nowMs);
  const state = stateOf(rent, ending);
  const after = ending ?? rent;
  const told = event(playerChannel(playerId), 'warehouse.rent', {
    stationId,
    stationName: station.name,
    state,
    paid: rent.paid,
    sold: ending?.soldUnits ?? 0,
    destroyed: ending?.destroyedUnits ?? 0,
    proceeds: (ending?.proceeds ?? 0n) - (ending?.debtPaid ?? 0n),
  });
  await save(deps, tx, {
    playerId,
    rev: Number(player.rev) + 1,
    regionId: sector.region.id,
    stationId,
    balances,
    walletBefore: before.wallet,
    purse: after,
    legs: [...rent.legs, ...(ending?.legs ?? [])],
    warehouse: ending === null ? rent.warehouse : null,
    markets: ending?.markets ?? [],
    // A tenant is told when something is taken or threatened, not every day that nothing changed.
    events: state === 'unpaid' && warehouse.unpaidSinceMs !== null && rent.paid === 0n ? [] : [told],
    nowMs,
  });
  return state;
};

interface Place {
  readonly warehouseBp: number;
  readonly sector: AtlasSector;
  readonly station: StoredStation;
  readonly markets: readonly StoredMarketRow[];
  /** The station itself goes: nobody can pay for staying. */
  readonly isClosing: boolean;
}

/** What becomes of a warehouse whose rent stayed unpaid for too long; null while it may stay. */
const endingOf = (deps: Deps, rent: RentOutcome, place: Place, nowMs: number): ClearOutcome | null => {
  const { wallet, bank, warehouse } = rent;
  const { warehouseBp, station, sector, markets, isClosing } = place;
  if (warehouse === null || !(isClosing || isForfeit(warehouse, nowMs))) return null;
  return clearWarehouse(
    {
      wallet,
      bank,
      warehouse,
      warehouseBp,
      station: toTradeStation(station, '', sector.region.regionTaxBp),
      markets: markets.map(toMarketRow),
    },
    { nowMs, economySecret: deps.keys.economy },
  );
};

const stateOf = (rent: RentOutcome, ending: ClearOutcome | null): keyof RentRound => {
  if (ending !== null) return 'cleared';
  return rent.warehouse?.unpaidSinceMs == null ? 'paid' : 'unpaid';
};

interface Settled {
  readonly playerId: string;
  readonly rev: number;
  readonly regionId: string;
  readonly stationId: string;
  readonly balances: ReturnType<typeof balancesOf>;
  readonly walletBefore: bigint;
  readonly purse: Purse;
  readonly legs: readonly LedgerLeg[];
  readonly warehouse: Warehouse | null;
  readonly markets: readonly MarketRow[];
  readonly events: readonly OutboxEvent[];
  readonly nowMs: number;
}

const save = (deps: Deps, tx: Tx, done: Settled): Promise<void> => {
  const { sql } = tx;
  const { playerId, stationId, regionId, nowMs, purse } = done;
  const isWalletTouched = purse.wallet !== done.walletBefore;
  const writes: AnyStatement[] = [
    ...(isWalletTouched ? [raiseRevision(sql, playerId)] : []),
    done.warehouse === null
      ? deleteWarehouse(sql, playerId, stationId)
      : writeTenancy(sql, playerId, stationId, done.warehouse),
    ...(done.markets.length === 0 ? [] : [writeMarkets(sql, stationId, done.markets)]),
    ...postTransfers(sql, resolveLegs(done.legs, { playerId, regionId, stationId }), done.balances, {
      nowMs,
      playerId,
      regionId,
      refType: 'warehouse',
      refId: stationId,
    }),
  ];
  const state = event(playerChannel(playerId), 'player.state_changed', {
    rev: done.rev,
    credits: purse.wallet,
  });
  return saveAndTell(deps, tx, nowMs, writes, [...(isWalletTouched ? [state] : []), ...done.events]);
};
