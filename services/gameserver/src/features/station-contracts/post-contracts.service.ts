import type { CommodityKey, ContractSurroundings, RandomStream } from '@sw/rules';
import {
  BIG_BOARD_SIZE,
  BOARD_SIZE,
  CONTRACT_POSTED_MS,
  CONTRACT_QUARTER_MS,
  createStream,
  generateContract,
  hmacSha256,
  toHex,
  utf8,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { commitAndTell } from '../../realtime/commit-and-tell.ts';
import { event, insertOutboxRow, stationChannel } from '../../realtime/outbox.ts';
import type { AtlasStation } from '../universe/index.ts';
import type { Posting } from './posting.repository.ts';
import { deletePosted, findBoards, findTrades, insertPostings } from './posting.repository.ts';
import { hasBoard, surroundingsOf } from './surroundings.ts';

/** A run makes up for the quarters it missed, at most two hours of them: a fresh galaxy has full boards at once. */
const CATCH_UP_QUARTERS = 8;
const POSTED_QUARTERS = CONTRACT_POSTED_MS / CONTRACT_QUARTER_MS;

/** The chance of one posting: the same for every process and every repetition, known to nobody outside. */
export const contractStream = (deps: Pick<Deps, 'keys'>, subject: string): RandomStream =>
  createStream(toHex(hmacSha256(deps.keys.economy, utf8(`contract|${subject}`))), 'contract');

const boardSize = ({ stationClass, facility }: AtlasStation): number =>
  stationClass === 0 || facility === 'tradedock' ? BIG_BOARD_SIZE : BOARD_SIZE;

/**
 * Posts what is due on every board (rule book, economy 12): one contract for each quarter of an hour as long as
 * there is room. A repeated or late run posts nothing twice.
 *
 * @returns how many were posted.
 */
export const postContracts = async (deps: Deps, nowMs: number): Promise<number> => {
  await removeExpired(deps, nowMs);
  return postOn(deps, deps.atlas().stations(), nowMs);
};

/**
 * The same for one board somebody finds empty, so that a fresh galaxy has jobs before the first round of the job.
 * Racing visitors and the job itself post each quarter of a board once.
 */
export const fillBoard = (deps: Deps, station: AtlasStation, nowMs: number): Promise<number> =>
  postOn(deps, [station], nowMs);

const postOn = async (deps: Deps, stations: Iterable<AtlasStation>, nowMs: number): Promise<number> => {
  const { sql } = deps.db;
  const quarter = Math.floor(nowMs / CONTRACT_QUARTER_MS);
  const [boards, trades] = await Promise.all([
    findBoards(sql, quarter - POSTED_QUARTERS, nowMs),
    findTrades(sql),
  ]);
  const boardOf = new Map(boards.map((board) => [board.stationId, board]));
  const tradesOf = Map.groupBy(trades, (trade) => trade.stationId);
  const postings: Posting[] = [];
  for (const station of stations) {
    const { open = 0, last = 0, asked } = boardOf.get(station.id) ?? {};
    const first = Math.max(last + 1, quarter - CATCH_UP_QUARTERS + 1);
    const room = Math.min(boardSize(station) - open, quarter - first + 1);
    if (room <= 0 || !hasBoard(station)) continue;
    const around = surroundingsOf(deps.atlas(), station, tradesOf);
    postings.push(...postingsOf(deps, station, around, { quarter, room, asked: asked ?? [] }));
  }
  if (postings.length === 0) return 0;
  const told = boardChanges(postings.map(({ stationId }) => stationId));
  const [posted] = await commitAndTell(deps, told, () =>
    deps.db.write((tx) => [insertPostings(tx, postings), insertOutboxRow(tx, deps.processId, nowMs, told)]),
  );
  return posted.length;
};

/** What a board with room posts for its last quarters; fewer where its surroundings offer nothing more. */
const postingsOf = (
  deps: Deps,
  station: AtlasStation,
  around: ContractSurroundings,
  board: { readonly quarter: number; readonly room: number; readonly asked: readonly CommodityKey[] },
): Posting[] => {
  const onBoard = new Set(board.asked);
  const postings: Posting[] = [];
  for (let due = board.quarter - board.room + 1; due <= board.quarter; due += 1) {
    // A board asks for each good once: variety, and no second bonus for one trip.
    const wanted = around.station.wanted.filter(({ commodity }) => !onBoard.has(commodity));
    const draft = generateContract(
      { ...around, station: { ...around.station, wanted } },
      contractStream(deps, `${station.id}|${due}`),
    );
    if (draft === null) break;
    if (draft.commodity !== null) onBoard.add(draft.commodity);
    const postedAtMs = due * CONTRACT_QUARTER_MS;
    postings.push({
      ...draft,
      id: deps.newId(),
      stationId: station.id,
      quarter: due,
      reservedFor: null,
      postedAtMs,
      expiresAtMs: postedAtMs + CONTRACT_POSTED_MS,
    });
  }
  return postings;
};

const removeExpired = async (deps: Deps, nowMs: number): Promise<void> => {
  await deps.db.write((tx) => [deletePosted(tx, nowMs)]);
};

/** Everybody docked there hears that the board is another. */
export const boardChanges = (stationIds: readonly string[]) =>
  [...new Set(stationIds)].map((stationId) =>
    event(stationChannel(stationId), 'contract.board_changed', { stationId }, `board ${stationId}`),
  );
