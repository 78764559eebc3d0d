import type { ContractSurroundings, StationContract } from '@sw/rules';
import {
  BIG_BOARD_SIZE,
  BOARD_SIZE,
  COMMODITY_KEYS,
  CONTRACT_POSTED_MS,
  CONTRACT_QUARTER_MS,
  createStream,
  generateContract,
  hopDistances,
} from '@sw/rules';
import type { SimStation, SimWorld } from './world.ts';

/** The job boards of a region: contracts by station index, the oldest first. */
export interface Boards {
  readonly around: readonly ContractSurroundings[];
  readonly posted: StationContract[][];
}

/** Empty boards, with the public distances that contracts are made from. */
export function openBoards(world: SimWorld): Boards {
  const hops = world.stations.map(({ node }) => hopDistances(world.graph, node + 1));
  return {
    around: world.stations.map((station) => surroundingsOf(world, station, hops)),
    posted: world.stations.map(() => []),
  };
}

/** One quarter of an hour: what nobody took goes, and each board with room gets one new contract. */
export function postContracts(world: SimWorld, boards: Boards, atMs: number): void {
  for (const station of world.stations) {
    if (!station.services.has('contract_board')) continue;
    const around = boards.around[station.index];
    const board = (boards.posted[station.index] ?? []).filter(({ expiresAtMs }) => expiresAtMs > atMs);
    boards.posted[station.index] = board;
    if (around === undefined || board.length >= sizeOf(station)) continue;
    const quarter = Math.floor(atMs / CONTRACT_QUARTER_MS);
    const id = `${station.trade.id}-${quarter}`;
    const draft = generateContract(around, createStream(world.seed, `contract|${id}`));
    if (draft === null) continue;
    board.push({
      ...draft,
      id,
      stationId: station.trade.id,
      state: 'posted',
      delivered: 0,
      expiresAtMs: atMs + CONTRACT_POSTED_MS,
      deadlineAtMs: null,
      shipId: null,
    });
  }
}

function sizeOf({ plan }: SimStation): number {
  return plan.stationClass === 0 || plan.facility === 'tradedock' ? BIG_BOARD_SIZE : BOARD_SIZE;
}

function surroundingsOf(
  world: SimWorld,
  station: SimStation,
  hops: readonly ReturnType<typeof hopDistances>[],
): ContractSurroundings {
  const others = world.stations.filter((other) => other !== station);
  const from = hops[station.index];
  const sellerHops = COMMODITY_KEYS.map((key, commodity) => {
    const sellers = others.filter((other) =>
      other.markets.some((market) => market.commodity === commodity && market.row.direction !== 'buys'),
    );
    const nearest = Math.min(
      ...sellers.map(({ index }) => hops[index]?.hopsTo(station.node + 1) ?? Number.POSITIVE_INFINITY),
    );
    return [key, nearest] as const;
  });
  return {
    station: {
      id: station.trade.id,
      facility: station.trade.facility,
      wanted: station.markets
        .filter(({ row }) => row.direction === 'buys')
        .map(({ row }) => ({ commodity: row.commodity, capacity: row.capacity })),
    },
    targets: others.map(({ node, trade }) => ({
      stationId: trade.id,
      hops: from?.hopsTo(node + 1) ?? Number.POSITIVE_INFINITY,
    })),
    sellerHops: Object.fromEntries(sellerHops.filter(([, distance]) => Number.isFinite(distance))),
  };
}
