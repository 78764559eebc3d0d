import type { FirstShipChain } from '@sw/rules';
import { CONTRACT_POSTED_MS, FIRST_SHIP_STEPS, generateStarterContract, openSteps } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { AtlasStation } from '../universe/index.ts';
import { contractStream } from './post-contracts.service.ts';
import { insertPostings } from './posting.repository.ts';
import { surroundingsOf } from './surroundings.ts';

/** Whether the chain still asks for a job, and this is the board that keeps one. */
export const isStarterBoard = (chain: FirstShipChain | undefined, stationId: string): boolean =>
  chain !== undefined &&
  chain.targets.sellStationId === stationId &&
  openSteps(chain).some((step) => FIRST_SHIP_STEPS[step] === 'job');

/**
 * Keeps one easy freight job for a newcomer whose chain asks for one (rule book, society 10.8). Asked for again it
 * posts nothing while the first one hangs there.
 */
export const keepStarterJob = async (
  deps: Deps,
  station: AtlasStation,
  playerId: string,
  nowMs: number,
): Promise<void> => {
  const around = surroundingsOf(deps.atlas(), station, new Map());
  const draft = generateStarterContract(around, contractStream(deps, `${station.id}|${playerId}`));
  if (draft === null) return;
  const posting = {
    ...draft,
    id: deps.newId(),
    stationId: station.id,
    quarter: null,
    reservedFor: playerId,
    postedAtMs: nowMs,
    expiresAtMs: nowMs + CONTRACT_POSTED_MS,
  };
  await deps.db.write((sql) => [insertPostings(sql, [posting])]);
};
