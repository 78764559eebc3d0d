import type {
  CommodityKey,
  Facility,
  MarketDirection,
  MarketRow,
  StationClass,
  StationStatus,
  TradeStation,
} from '@sw/rules';

/** A market row as the database answers it. */
export interface StoredMarketRow {
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly stock: number;
  readonly capacity: number;
  readonly targetBp: number;
  readonly flowPerHour: number;
  readonly regenAcc: bigint;
  readonly driftBp: number;
  readonly asOf: Date;
  readonly frozenUntil: Date | null;
  readonly version: number;
}

/** What a trade needs of a station row. */
export interface StoredStation {
  readonly id: string;
  readonly regionId: string;
  readonly name: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly status: StationStatus;
  readonly ownerPlayerId: string | null;
  readonly tariffBp: number;
}

export const toMarketRow = (row: StoredMarketRow): MarketRow => ({
  commodity: row.commodity,
  direction: row.direction,
  stock: row.stock,
  capacity: row.capacity,
  targetBp: row.targetBp,
  flowPerHour: row.flowPerHour,
  regenAcc: Number(row.regenAcc),
  driftBp: row.driftBp,
  asOfMs: row.asOf.getTime(),
  frozenUntilMs: row.frozenUntil?.getTime() ?? null,
  version: row.version,
});

export const toTradeStation = (row: StoredStation, playerId: string, regionTaxBp: number): TradeStation => ({
  id: row.id,
  stationClass: row.stationClass,
  facility: row.facility,
  status: row.status,
  isOwned: row.ownerPlayerId !== null,
  isOwn: row.ownerPlayerId === playerId,
  tariffBp: row.tariffBp,
  regionTaxBp,
  frozenUntilMs: null,
});
