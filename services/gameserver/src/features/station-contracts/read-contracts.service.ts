import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { courseTable, describeAccept, describeContract, isActive, JOB_WINDOW_MS } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { movingShipOf, readNavigator } from '../courses/index.ts';
import { findChain } from '../first-ship/index.ts';
import { findCargo, findWallet } from '../player/index.ts';
import { actorOf, jobCountOf, presentJobs } from './actor.ts';
import { toContract } from './contract-row.ts';
import type { ContractReader } from './contracts.presenter.ts';
import { presentContract } from './contracts.presenter.ts';
import { findBoard, findContractsOf, findJobs } from './contracts.repository.ts';
import { fillBoard } from './post-contracts.service.ts';
import { isStarterBoard, keepStarterJob } from './starter-job.service.ts';

type Board = ReplyOf<(typeof PLAYER_ENDPOINTS)['getContractBoard']>;
type Mine = ReplyOf<(typeof PLAYER_ENDPOINTS)['listMyContracts']>;

/** Who reads, what he carries, and the ways he knows: from one moment, without a lock. */
const readReader = async (deps: Deps, playerId: string, nowMs: number): Promise<ContractReader> => {
  const { sql } = deps.db;
  const [{ ship, knowledge }, cargo, wallets, jobs] = await Promise.all([
    readNavigator(deps, playerId),
    findCargo(sql, playerId),
    findWallet(sql, playerId),
    findJobs(sql, playerId, nowMs),
  ]);
  const wallet = wallets[0]?.balance ?? 0n;
  return {
    atlas: deps.atlas(),
    actor: actorOf({ ship, cargo, wallet, bank: 0n, jobs: jobCountOf(jobs) }),
    wayTo: courseTable(deps.atlas().graph, {
      from: ship.sectorId,
      ship: movingShipOf(ship),
      levelOf: knowledge.levelOf,
      knownHiddenWarps: knowledge.hiddenWarps,
      here: ship.sectorId,
    }),
  };
};

/** The board of the station the player is docked at; any other answers alike, known or not. */
export const readBoard = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<Board> => {
  const station = deps.atlas().station(stationId);
  const [reader, [chain]] = await Promise.all([
    readReader(deps, playerId, nowMs),
    findChain(deps.db.sql, playerId),
  ]);
  if (station === undefined || reader.actor.dockedStationId !== stationId) throw new AppError('not_docked');
  if (isStarterBoard(chain, stationId) && reader.actor.jobs.active === 0) {
    await keepStarterJob(deps, station, playerId, nowMs);
  }
  const read = () => findBoard(deps.db.sql, stationId, playerId, nowMs);
  const posted = await read();
  const isBare = posted.every(({ reservedFor }) => reservedFor !== null);
  if (isBare) await fillBoard(deps, station, nowMs);
  // Read again even if somebody else filled it meanwhile.
  const rows = isBare ? await read() : posted;
  return {
    stationId,
    stationName: station.name,
    items: rows.map((row) =>
      presentContract(row, reader, [describeAccept(toContract(row), reader.actor, nowMs)]),
    ),
    jobs: presentJobs(reader.actor.jobs, nowMs),
  };
};

/** The open jobs of a player and those that ended within a day. */
export const readMyContracts = async (deps: Deps, playerId: string, nowMs: number): Promise<Mine> => {
  const [reader, rows] = await Promise.all([
    readReader(deps, playerId, nowMs),
    findContractsOf(deps.db.sql, playerId, nowMs - JOB_WINDOW_MS),
  ]);
  return {
    active: rows
      .filter(isActive)
      .map((row) => presentContract(row, reader, describeContract(toContract(row), reader.actor, nowMs))),
    recent: rows.filter((row) => !isActive(row)).map((row) => presentContract(row, reader, [])),
    jobs: presentJobs(reader.actor.jobs, nowMs),
  };
};
