import type { CommodityKey, ContractKind, ContractState, StationContract } from '@sw/rules';

/** A contract as the database keeps it. */
export interface ContractRow {
  readonly id: string;
  readonly kind: ContractKind;
  readonly state: ContractState;
  readonly stationId: string;
  readonly targetStationId: string;
  readonly commodity: CommodityKey | null;
  readonly quantity: number;
  readonly delivered: number;
  readonly hops: number;
  readonly pay: bigint;
  readonly goodsPay: bigint;
  readonly fee: bigint;
  readonly penalty: bigint;
  readonly timeLimitH: number;
  readonly reservedFor: string | null;
  readonly playerId: string | null;
  readonly shipId: string | null;
  readonly expiresAt: Date;
  readonly deadlineAt: Date | null;
  readonly endedAt: Date | null;
}

/** The contract as the rules decide on it. */
export const toContract = (row: ContractRow): StationContract => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  stationId: row.stationId,
  targetStationId: row.targetStationId,
  commodity: row.commodity,
  quantity: row.quantity,
  delivered: row.delivered,
  hops: row.hops,
  pay: row.pay,
  goodsPay: row.goodsPay,
  fee: row.fee,
  penalty: row.penalty,
  timeLimitH: row.timeLimitH,
  expiresAtMs: row.expiresAt.getTime(),
  deadlineAtMs: row.deadlineAt?.getTime() ?? null,
  shipId: row.shipId,
});
