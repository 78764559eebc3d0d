import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { ActionDescriptor, ContractActor, TableEntry } from '@sw/rules';
import { heldQuantity, sealedCargo } from '@sw/rules';
import { presentAction } from '../../http/present-action.ts';
import type { Atlas } from '../universe/index.ts';
import type { ContractRow } from './contract-row.ts';

type ContractView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getContractBoard']>['items'][number];
type Place = ContractView['origin'];

/** Who reads contracts: what he has aboard, and the ways he knows from where he is. */
export interface ContractReader {
  readonly atlas: Atlas;
  readonly actor: ContractActor;
  readonly wayTo: (sectorId: number) => TableEntry | null;
}

/** A contract for one reader. Its places are told even where his chart ends: they are part of the job. */
export const presentContract = (
  row: ContractRow,
  reader: ContractReader,
  actions: readonly ActionDescriptor[],
): ContractView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  origin: presentPlace(reader, row.stationId),
  target: presentPlace(reader, row.targetStationId),
  commodity: row.commodity,
  quantity: row.quantity,
  delivered: row.delivered,
  aboard: heldQuantity(reader.actor.hold, row.commodity ?? sealedCargo(row.id)),
  hops: row.hops,
  pay: row.pay,
  goodsPay: row.goodsPay,
  fee: row.fee,
  penalty: row.penalty,
  timeLimitH: row.timeLimitH,
  expiresAt: row.state === 'posted' ? row.expiresAt.toISOString() : null,
  deadlineAt: row.deadlineAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  isReserved: row.reservedFor !== null,
  actions: actions.map(presentAction),
});

const presentPlace = ({ atlas, wayTo }: ContractReader, stationId: string): Place => {
  const station = atlas.station(stationId);
  const sector = station === undefined ? undefined : atlas.sector(station.sectorId);
  if (station === undefined || sector === undefined) throw new Error(`no station ${stationId}`);
  const way = wayTo(sector.id);
  return {
    stationId,
    stationName: station.name,
    sectorId: sector.id,
    sectorNumber: sector.number,
    regionName: sector.region.name,
    turns: way?.turns ?? null,
    knownHops: way?.hops ?? null,
  };
};
