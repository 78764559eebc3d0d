import type { RandomStream } from '../random/index.ts';
import { pickOne, pickWeighted, rollBetween } from '../universe/draw.ts';
import {
  CONTRACT_HOPS_MAX,
  CONTRACT_HOPS_MIN,
  CONTRACT_KINDS,
  PROCUREMENT_CAPACITY_PERCENT,
  STARTER_JOB_HOPS_MAX,
  STARTER_JOB_QUANTITY,
} from './constants.ts';
import { contractTerms } from './pay.ts';
import type { ContractDraft, ContractKind, ContractSurroundings } from './types.ts';

/** Near targets come up more often: half of all trips are short enough for a first ship. */
const DISTANCE_BANDS = [
  [[CONTRACT_HOPS_MIN, 6], 5],
  [[7, 10], 3],
  [[11, CONTRACT_HOPS_MAX], 2],
] as const;

type Target = ContractSurroundings['targets'][number];
type Wanted = {
  readonly commodity: NonNullable<ContractDraft['commodity']>;
  readonly quantity: number;
  readonly hops: number;
};

/**
 * The contract a station posts in one quarter of an hour (rule book, economy 12): the same stream gives the same
 * contract. Null where nothing within 3 to 15 hops can be asked for.
 */
export function generateContract(around: ContractSurroundings, stream: RandomStream): ContractDraft | null {
  const targets = around.targets.filter(({ hops }) => isWithin(hops));
  const wanted = wantedGoods(around);
  const possible = Object.values(CONTRACT_KINDS).filter(({ isSealed }) =>
    isSealed ? targets.length > 0 : wanted.length > 0,
  );
  if (possible.length === 0) {
    return null;
  }
  const { kind } = pickWeighted(
    stream,
    possible.map((row) => [row, row.weight] as const),
  );
  return kind === 'procurement'
    ? procurement(around, pickOne(stream, wanted), stream)
    : sealed(kind, pickTarget(targets, stream), stream);
}

/** The freight job that the starter chain keeps for one newcomer: 5 units over 3 to 5 hops, else the nearest there is. */
export function generateStarterContract(
  around: Pick<ContractSurroundings, 'targets'>,
  stream: RandomStream,
): ContractDraft | null {
  const targets = around.targets.filter(({ hops }) => isWithin(hops));
  const near = targets.filter(({ hops }) => hops <= STARTER_JOB_HOPS_MAX);
  const nearest = targets.toSorted((a, b) => a.hops - b.hops)[0];
  const target = near.length > 0 ? pickOne(stream, near) : nearest;
  if (target === undefined) {
    return null;
  }
  const [, longest] = CONTRACT_KINDS.freight.hours;
  return draft('freight', {
    ...target,
    commodity: null,
    quantity: STARTER_JOB_QUANTITY,
    timeLimitH: longest,
  });
}

function sealed(kind: ContractKind, target: Target, stream: RandomStream): ContractDraft {
  const { quantity, hours } = CONTRACT_KINDS[kind];
  return draft(kind, {
    ...target,
    commodity: null,
    quantity: rollBetween(stream, ...quantity),
    timeLimitH: rollBetween(stream, ...hours),
  });
}

function procurement({ station }: ContractSurroundings, goods: Wanted, stream: RandomStream): ContractDraft {
  const { quantity, hours } = CONTRACT_KINDS.procurement;
  return draft('procurement', {
    stationId: station.id,
    hops: goods.hops,
    commodity: goods.commodity,
    quantity: rollBetween(stream, quantity[0], goods.quantity),
    timeLimitH: rollBetween(stream, ...hours),
  });
}

function draft(
  kind: ContractKind,
  job: Target & Pick<ContractDraft, 'commodity' | 'quantity' | 'timeLimitH'>,
): ContractDraft {
  const { stationId, hops, commodity, quantity, timeLimitH } = job;
  const terms = contractTerms({ kind, hops, commodity, quantity });
  return { kind, targetStationId: stationId, hops, commodity, quantity, timeLimitH, ...terms };
}

/** Goods the station could ask for, with the most it may ask for; none at a TradeDock, which sells all of them. */
function wantedGoods({ station, sellerHops }: ContractSurroundings): Wanted[] {
  const [least, most] = CONTRACT_KINDS.procurement.quantity;
  if (station.facility === 'tradedock') {
    return [];
  }
  return station.wanted.flatMap(({ commodity, capacity }) => {
    const hops = sellerHops[commodity];
    const quantity = Math.min(most, Math.floor((capacity * PROCUREMENT_CAPACITY_PERCENT) / 100));
    return hops === undefined || !isWithin(hops) || quantity < least ? [] : [{ commodity, quantity, hops }];
  });
}

function pickTarget(targets: readonly Target[], stream: RandomStream): Target {
  const bands = DISTANCE_BANDS.flatMap(([[from, to], weight]) => {
    const inside = targets.filter(({ hops }) => hops >= from && hops <= to);
    return inside.length === 0 ? [] : [[inside, weight] as const];
  });
  return pickOne(stream, pickWeighted(stream, bands));
}

function isWithin(hops: number): boolean {
  return hops >= CONTRACT_HOPS_MIN && hops <= CONTRACT_HOPS_MAX;
}
