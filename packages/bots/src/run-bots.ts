import type { Timing } from '@sw/api-client';
import { systemTiming } from '@sw/api-client';
import { createStream } from '@sw/rules';
import type { BotReport } from './bot.ts';
import { runBot } from './bot.ts';
import type { Deed, Strategy } from './pilot.ts';
import { createExplorer } from './strategies/explorer.ts';
import { createLoiterer } from './strategies/loiterer.ts';
import { createPairPortTrader } from './strategies/pair-port-trader.ts';

export interface BotPlayer {
  readonly username: string;
  readonly refreshToken: string;
}

export interface RunBotsOptions {
  readonly origin: string;
  readonly players: readonly BotPlayer[];
  /** The same seed rolls the same dice; what comes of them depends on the server, too. */
  readonly seed: string;
  readonly durationMs: number;
  /** Steps of each bot at most. Default: no bound but time. */
  readonly maxSteps?: number;
  /** Average pause between two steps of a bot. Default 1.5 s. */
  readonly paceMs?: number;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  readonly timing?: Timing;
  readonly withSockets?: boolean;
  /** Strategy of the n-th bot; default: of five two trade, two explore, one keeps company. */
  readonly strategyOf?: (index: number) => Strategy;
  readonly onStep?: (username: string, deed: Deed) => void;
}

const DEFAULT_PACE_MS = 1_500;
const CREW: readonly (() => Strategy)[] = [
  createPairPortTrader,
  createExplorer,
  createLoiterer,
  createPairPortTrader,
  createExplorer,
];

const crewMember = (index: number): Strategy => (CREW[index % CREW.length] ?? createExplorer)();

/**
 * Plays all players at once and reports on each. Ends by time, steps or signal, whichever is first.
 * A failure that is no refusal (a reply outside the contract) ends all of them and is thrown.
 */
export const runBots = async (options: RunBotsOptions): Promise<BotReport[]> => {
  const timing = options.timing ?? systemTiming;
  const untilMs = timing.nowMs() + options.durationMs;
  const failure = new AbortController();
  const signal =
    options.signal === undefined ? failure.signal : AbortSignal.any([options.signal, failure.signal]);
  const play = (player: BotPlayer, index: number) =>
    runBot(
      {
        origin: options.origin,
        refreshToken: player.refreshToken,
        strategy: (options.strategyOf ?? crewMember)(index),
        random: createStream(options.seed, `bot:${index}`),
        timing,
        paceMs: options.paceMs ?? DEFAULT_PACE_MS,
        maxSteps: options.maxSteps ?? Number.POSITIVE_INFINITY,
        untilMs,
        signal,
        withSocket: options.withSockets ?? true,
        ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
      },
      (deed) => options.onStep?.(player.username, deed),
    ).catch((error: unknown) => {
      failure.abort();
      throw error;
    });
  const reports = await Promise.allSettled(options.players.map(play));
  return reports.map((report) => {
    if (report.status === 'rejected') throw report.reason;
    return report.value;
  });
};
