import type { ContractState, StationContract } from '@sw/rules';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { Atlas } from '../universe/index.ts';

type News = 'contract.accepted' | 'contract.completed' | 'contract.failed';

/** Tells the holder of a contract what became of it. */
export const contractNews = (
  atlas: Atlas,
  playerId: string,
  type: News,
  contract: StationContract,
  outcome: { readonly state: ContractState; readonly pay: bigint },
): OutboxEvent =>
  event(playerChannel(playerId), type, {
    contractId: contract.id,
    kind: contract.kind,
    state: outcome.state,
    pay: outcome.pay,
    targetName: atlas.station(contract.targetStationId)?.name ?? '',
  });
