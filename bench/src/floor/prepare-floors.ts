import type { Database } from '@sw/db';
import type { Operation } from '../load/drive.ts';
import type { Mover } from '../players/assign-lanes.ts';
import type { Trader } from '../players/assign-markets.ts';
import type { Arranger } from '../players/write-access.ts';
import type { Footprint } from './footprint.ts';
import { footprintOf, sameFootprint } from './footprint.ts';
import { moveFloor } from './move-floor.ts';
import type { CommandSample } from './samples.ts';
import { sampleCommand } from './samples.ts';
import { sampleTrade, tradeFloor } from './trade-floor.ts';

/** What the server wrote for a command, and what its floor writes. */
export interface FootprintPair {
  readonly server: Footprint;
  readonly floor: Footprint;
  readonly isSame: boolean;
}

export interface Floors {
  readonly move: Operation;
  readonly trade: Operation;
  readonly footprints: { readonly move: FootprintPair; readonly trade: FootprintPair };
}

export interface FloorPlayers {
  /** One player of the server's side each: his commands are the samples. */
  readonly server: { readonly mover: Mover; readonly trader: Trader };
  readonly movers: readonly Mover[];
  readonly traders: readonly Trader[];
}

/**
 * Builds both floors from commands that the server ran, and compares what either leaves in the database.
 *
 * @param run sends one move and one trade of the sampled players to the server.
 */
export const prepareFloors = async (
  db: Database,
  sql: Arranger,
  players: FloorPlayers,
  run: { readonly move: () => Promise<unknown>; readonly trade: () => Promise<unknown> },
): Promise<Floors> => {
  const { mover, trader } = players.server;
  // The first move of a player teaches him more than later ones: the third one is typical.
  for (let flight = 0; flight < 2; flight += 1) await run.move();
  const moveSample = await sampled(sql, mover.userId, run.move);
  const serverMove = await footprintOf(sql, mover.userId);
  const buy = await sampleTrade(sql, trader, await sampled(sql, trader.userId, run.trade));
  const serverTrade = await footprintOf(sql, trader.userId);
  const sell = await sampleTrade(sql, trader, await sampled(sql, trader.userId, run.trade));

  const move = await moveFloor(db, sql, players.movers, moveSample);
  const trade = await tradeFloor(db, sql, players.traders, { buy, sell, sampled: trader });
  for (let flight = 0; flight < 2; flight += 1) await move(0);
  await trade(0);
  const floorMove = await footprintOf(sql, (players.movers[0] as Mover).userId);
  const floorTrade = await footprintOf(sql, (players.traders[0] as Trader).userId);
  return {
    move,
    trade,
    footprints: {
      move: { server: serverMove, floor: floorMove, isSame: sameFootprint(serverMove, floorMove) },
      trade: { server: serverTrade, floor: floorTrade, isSame: sameFootprint(serverTrade, floorTrade) },
    },
  };
};

const sampled = async (
  sql: Arranger,
  userId: string,
  run: () => Promise<unknown>,
): Promise<CommandSample> => {
  await run();
  return sampleCommand(sql, userId);
};
