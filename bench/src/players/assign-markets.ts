import type { CommodityKey } from '@sw/rules';
import { walletOf } from '@sw/rules';
import type { Player } from './sign-in.ts';
import type { Arranger } from './write-access.ts';

/** A player docked at a station of his own. */
export interface Trader extends Player {
  readonly shipId: string;
  readonly stationId: string;
  readonly stationClass: number;
  readonly regionId: string;
  /** What the station sells, and what it buys. */
  readonly bought: CommodityKey;
  readonly sold: CommodityKey;
}

interface StationRow {
  readonly id: string;
  readonly sectorId: number;
  readonly regionId: string;
  readonly stationClass: number;
  readonly bought: CommodityKey;
  readonly sold: CommodityKey;
}

const WALLET = 1_000_000_000;
const HOLD = 3_000_000;
const GOODS = 1_000_000;
const CAPACITY = 1_000_000;

/**
 * Docks every player at a station of his own with credits, goods, room and stock that do not run out, so
 * that no two of them wait for the same row.
 */
export const assignMarkets = async (sql: Arranger, players: readonly Player[]): Promise<Trader[]> => {
  const stations = await sql<StationRow[]>`
    SELECT s.id, s.sector_id, s.region_id, s.station_class,
           min(m.commodity) FILTER (WHERE m.direction = 'sells') AS bought,
           min(m.commodity) FILTER (WHERE m.direction = 'buys') AS sold
    FROM stations s JOIN station_market m ON m.station_id = s.id
    WHERE s.facility <> 'tradedock' AND s.status = 'operational'
    GROUP BY s.id HAVING bool_or(m.direction = 'sells') AND bool_or(m.direction = 'buys')
    ORDER BY s.sector_id LIMIT ${players.length}`;
  if (stations.length < players.length) throw new Error('the galaxy has too few markets');
  const traders: Trader[] = [];
  for (const [index, player] of players.entries()) {
    const station = stations[index] as StationRow;
    traders.push({ ...player, ...(await dock(sql, player, station)) });
  }
  await fill(sql, traders);
  return traders;
};

const dock = async (sql: Arranger, player: Player, station: StationRow) => {
  const [ship] = await sql<{ id: string }[]>`
    UPDATE ships SET sector_id = ${station.sectorId}, region_id = ${station.regionId}, status = 'docked',
      station_id = ${station.id}, docked_at = now(), cargo_capacity = ${HOLD}, cargo_used = ${GOODS}
    WHERE owner_id = ${player.playerId} RETURNING id`;
  if (ship === undefined) throw new Error(`${player.name} has no ship`);
  await sql`
    INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost) VALUES (${ship.id}, ${station.sold}, ${GOODS}, 1)`;
  await sql`
    UPDATE station_market SET base_capacity = ${CAPACITY}, capacity = ${CAPACITY}, stock = ${CAPACITY / 2}
    WHERE station_id = ${station.id} AND commodity IN (${station.bought}, ${station.sold})`;
  return {
    shipId: ship.id,
    stationId: station.id,
    stationClass: station.stationClass,
    regionId: station.regionId,
    bought: station.bought,
    sold: station.sold,
  };
};

/** Credits enter through the ledger, so that it still balances after the measurement. */
const fill = async (sql: Arranger, traders: readonly Trader[]): Promise<void> => {
  const ids = traders.map(({ playerId }) => playerId);
  await sql.begin(async (tx) => {
    await tx`
      INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, player_id)
      SELECT now(), 'MINT', 'wallet:' || d.id, ${WALLET}, 'first_login_grant', d.id
      FROM unnest(${ids}::uuid[]) AS d (id)`;
    await tx`
      UPDATE ledger_accounts SET balance = balance + ${WALLET} WHERE id = ANY(${ids.map(walletOf)}::text[])`;
    await tx`UPDATE first_ship_chains SET finished_at = began_at WHERE player_id = ANY(${ids}::uuid[])`;
  });
};
