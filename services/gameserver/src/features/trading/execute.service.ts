import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { AnyStatement } from '@sw/db';
import type { FirstShipAct, Refusal, TradeOutcome } from '@sw/rules';
import {
  applyTrade,
  careerProfit,
  cargoUsed,
  checkTrade,
  resolveLegs,
  stationAccount,
  walletOf,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import { refusalError, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel, stationChannel } from '../../realtime/outbox.ts';
import { advanceChain, findChain } from '../first-ship/index.ts';
import type { StoredStation } from '../markets/index.ts';
import { lockMarkets, publishHour, shareStation, writeMarkets } from '../markets/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import {
  findCargo,
  lockActiveShip,
  lockPlayer,
  presentCargo,
  presentPlayer,
  presentTurns,
  settledTurnsOf,
  touchPlayer,
  writeCargo,
} from '../player/index.ts';
import type { RankAwarded } from '../ranks/index.ts';
import { awardTradeProfit } from '../ranks/index.ts';
import { netOf, presentLine } from './quote.presenter.ts';
import { tradeContextOf, tradeStateOf } from './trade-state.ts';
import { insertTransactions } from './trading.repository.ts';

type Execute = (typeof PLAYER_ENDPOINTS)['execute'];

/**
 * Buys and sells a basket, all or nothing (rule book, economy 4.2): lock player, ship, station, market rows
 * and balances; let the rules decide on what the locks returned; save.
 */
export const executeTrade = async (deps: Deps, context: RequestContext<Execute>): Promise<RawReply> => {
  await publishHour(deps, context.nowMs);
  return runCommand(deps, context, (command) => execute(deps, context, command));
};

const execute = async (
  deps: Deps,
  context: RequestContext<Execute>,
  command: Command<Execute>,
): Promise<RawReply> => {
  const { body, caller, nowMs } = context;
  const atlasStation = deps.atlas().station(body.stationId);
  const sector = atlasStation === undefined ? undefined : deps.atlas().sector(atlasStation.sectorId);
  if (atlasStation === undefined || sector === undefined) throw new AppError('not_docked');

  const { sql } = command;
  const accounts = [walletOf(caller.playerId), stationAccount(body.stationId)];
  const [players, ships, stations, cargo, markets, chains, flags, balanceRows] = await command.load(
    lockPlayer(sql, caller.playerId),
    lockActiveShip(sql, caller.playerId),
    shareStation(sql, body.stationId),
    findCargo(sql, caller.playerId),
    lockMarkets(
      sql,
      body.stationId,
      body.lines.map((line) => line.commodity),
    ),
    findChain(sql, caller.playerId),
    findReadOnlyFlag(sql),
    lockBalances(sql, accounts),
  );
  const [player] = players;
  const [ship] = ships;
  const [station] = stations;
  if (player === undefined || station === undefined) throw new AppError('not_docked');
  if (ship === undefined) throw new AppError('no_active_ship');
  if (flags[0]?.isReadOnly === true) throw new AppError('economy_read_only');

  const balances = balancesOf(balanceRows);
  const credits = balances.get(walletOf(player.id)) ?? 0n;
  const state = tradeStateOf({
    player,
    ship,
    cargo,
    credits,
    station,
    regionTaxBp: sector.region.regionTaxBp,
    markets,
  });
  const tradeContext = tradeContextOf(player, deps.keys.economy, nowMs);
  const refusal = checkTrade(state, body, tradeContext);
  if (refusal !== null) throw tradeRefusal(refusal);
  const outcome = applyTrade(state, body, tradeContext);

  const facts: FirstShipAct[] = outcome.lines.map((line) => ({
    type: line.side === 'buy' ? 'bought' : 'sold',
    stationId: station.id,
    commodity: line.commodity,
    quantity: line.quantity,
  }));
  const chain = advanceChain(sql, chains[0], facts, { atlas: deps.atlas(), playerId: player.id, nowMs });
  const parties = { playerId: player.id, regionId: sector.region.id, stationId: station.id };
  const ids = outcome.lines.map(() => deps.newId());
  const wallet = outcome.credits + chain.reward;
  const trail = { nowMs, playerId: player.id, regionId: sector.region.id };
  recordMetrics(deps, outcome);
  // Only stations of nobody: among players the same goods could go back and forth.
  const profit = station.ownerPlayerId === null ? careerProfit(outcome.lines) : 0n;
  const trade = { id: ids[0] ?? '', profit, sectorId: sector.id, nowMs };
  const career = awardTradeProfit(sql, player, trade);

  return save(
    command,
    { player, ship, station, outcome, ids, wallet, nowMs, career, chainView: chain.view(wallet) },
    [
      ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, {
        ...trail,
        refType: 'trade',
        refId: ids[0] ?? null,
      }),
      ...postTransfers(sql, chain.transfers, balances, {
        ...trail,
        refType: 'first_ship',
        refId: player.id,
      }),
      ...chain.writes,
    ],
  );
};

interface Executed {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly station: StoredStation;
  readonly outcome: TradeOutcome;
  readonly ids: readonly string[];
  readonly wallet: bigint;
  readonly nowMs: number;
  /** What the trade did for his rank; null when it made no profit. */
  readonly career: RankAwarded | null;
  readonly chainView: ReturnType<ReturnType<typeof advanceChain>['view']>;
}

const save = (
  command: Command<Execute>,
  done: Executed,
  ledgerWrites: readonly AnyStatement[],
): Promise<RawReply> => {
  const { player, ship, station, outcome, ids, wallet, nowMs, career } = done;
  const { sql } = command;
  const rev = Number(player.rev) + 1;
  const used = cargoUsed(outcome.hold);
  const lines = outcome.lines.map((line) => presentLine(line));
  const cargo = presentCargo(outcome.hold.items);
  const net = netOf(outcome.lines);
  const version = Math.max(...outcome.markets.map((row) => row.version));

  const events: OutboxEvent[] = [
    event(playerChannel(player.id), 'player.state_changed', {
      rev,
      credits: wallet,
      cargo,
      ...(done.chainView === undefined ? {} : { chain: done.chainView }),
      ...presentCareer(player, career, nowMs),
    }),
    event(playerChannel(player.id), 'trade.completed', {
      stationId: station.id,
      stationName: station.name,
      lines,
      net,
      credits: wallet,
    }),
    event(
      stationChannel(station.id),
      'market.updated',
      { stationId: station.id, version },
      `market ${station.id}`,
    ),
    ...(career?.events ?? []),
  ];
  return command.save({
    writes: [
      touchPlayer(sql, player.id, nowMs),
      ...writeCargo(
        sql,
        ship.id,
        outcome.hold,
        outcome.lines.map((line) => line.commodity),
        used,
      ),
      writeMarkets(sql, station.id, outcome.markets),
      ...ledgerWrites,
      ...(career?.writes ?? []),
      insertTransactions(sql, {
        ids,
        playerId: player.id,
        shipId: ship.id,
        station,
        lines: outcome.lines,
        nowMs,
      }),
    ],
    events,
    reply: {
      rev,
      stationId: station.id,
      lines,
      transactionIds: [...ids],
      net,
      credits: wallet,
      cargo,
      rankPointsAwarded: career?.points ?? 0,
      promotedTo: career?.rank.isPromoted === true ? career.rank.rankLevel : null,
    },
  });
};

/** What the player's tabs show of his rank: the points, and with a new rank the larger pool of turns. */
const presentCareer = (player: PlayerRow, career: RankAwarded | null, nowMs: number) => {
  if (career === null || (career.points === 0 && !career.rank.isPromoted)) return {};
  const ranked = { ...player, rankLevel: career.rank.rankLevel, rankPoints: career.rank.rankPoints };
  return {
    player: presentPlayer(ranked, nowMs),
    ...(career.rank.isPromoted ? { turns: presentTurns(settledTurnsOf(ranked, nowMs)) } : {}),
  };
};

/** A price that moved carries the fresh quote in the shape of the contract. */
const tradeRefusal = (refusal: Refusal): AppError => {
  if (refusal.code !== 'price_changed') return refusalError(refusal);
  const quote = refusal.details['quote'];
  const lines = Array.isArray(quote) ? quote.map((line) => presentLine(line)) : [];
  return new AppError('price_changed', { ...refusal.details, quote: { lines } });
};

const recordMetrics = (deps: Deps, outcome: TradeOutcome): void => {
  for (const line of outcome.lines) {
    deps.metrics.economy.trades.inc({ commodity: line.commodity, side: line.side });
    deps.metrics.economy.tradeValue.inc(Number(line.net));
  }
};
