import { randomUUID } from 'node:crypto';
import type { ContractKind } from '@sw/rules';
import { contractTerms } from '@sw/rules';
import type { TestGame } from './test-game.ts';
import type { TestPlayer } from './test-player.ts';

type Job = {
  readonly kind?: ContractKind;
  readonly hops?: number;
  readonly commodity?: 'ore' | 'fuel';
  readonly quantity?: number;
  readonly timeLimitH?: number;
  readonly target?: string;
  readonly reservedFor?: string;
};

/** Hangs one contract on a board, with the terms of the rules; its id. */
export const hangContract = async (game: TestGame, stationId: string, job: Job = {}): Promise<string> => {
  const { kind = 'freight', hops = 5, quantity = 10, timeLimitH = 8 } = job;
  const commodity = job.commodity ?? null;
  const terms = contractTerms({ kind, hops, commodity, quantity });
  const id = randomUUID();
  const now = game.clock();
  await game.database.sql`
    INSERT INTO contracts (id, kind, station_id, target_station_id, commodity, quantity, hops, pay, goods_pay, fee, penalty,
      time_limit_h, reserved_for, posted_at, expires_at)
    VALUES (${id}, ${kind}, ${stationId}, ${job.target ?? stationId}, ${commodity}, ${quantity}, ${hops}, ${String(terms.pay)},
      ${String(terms.goodsPay)}, ${String(terms.fee)}, ${String(terms.penalty)}, ${timeLimitH}, ${job.reservedFor ?? null},
      ${new Date(now)}, ${new Date(now + 3_600_000)})`;
  return id;
};

/** Puts a player's ship into the berth of a station, wherever that is. */
export const berth = async (game: TestGame, player: TestPlayer, stationId: string): Promise<void> => {
  await game.database.sql`
    UPDATE ships SET status = 'docked', station_id = ${stationId}, docked_at = ${new Date(game.clock())},
      sector_id = (SELECT sector_id FROM stations WHERE id = ${stationId})
    WHERE owner_id = ${await player.playerId()}`;
};
