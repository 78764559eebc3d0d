import { setTimeout as sleep } from 'node:timers/promises';
import { needsBinaries, startRedisServer } from '@sw/test-kit';
import { movesOver } from '../commands/move.ts';
import type { Measured } from '../commands/rounds.ts';
import { measureInRounds } from '../commands/rounds.ts';
import type { Operation } from '../load/drive.ts';
import type { BenchOptions } from '../options.ts';
import { makeAccounts } from '../players/accounts.ts';
import { assignLanes } from '../players/assign-lanes.ts';
import { signIn } from '../players/sign-in.ts';
import { openArranger } from '../players/write-access.ts';
import type { Caller } from '../server/http.ts';
import { openCaller } from '../server/http.ts';
import type { Standalone } from '../server/standalone.ts';
import type { Crowd } from '../sockets/crowd.ts';
import { connectCrowd } from '../sockets/crowd.ts';
import type { FanOut } from '../sockets/fan-out.ts';
import { measureFanOut } from '../sockets/fan-out.ts';
import { startSecondServer } from './second-server.ts';

export interface FleetMeasures {
  /** Moves over one of two processes, and over both by turns: the same load, the same database. */
  readonly one: Measured | undefined;
  readonly two: Measured | undefined;
  readonly sockets: number;
  readonly fanOut: FanOut;
}

/** Each process holds as many sockets as the crowd of a single one has players. */
const PROCESSES = 2;
const SAMPLES = 20;
/** What relaxed limits give back to one address. */
const SIGN_INS_PER_S = 50;

/**
 * Two game-server processes over one database and one Redis: what they move together against one alone, and
 * how long a line takes to every socket of both. Null where there is no redis-server.
 */
export const measureFleet = async (
  dataDir: string,
  options: BenchOptions,
  withServer: <T>(
    env: Readonly<Record<string, string>>,
    work: (server: Standalone) => Promise<T>,
  ) => Promise<T>,
  say: (line: string) => void,
): Promise<FleetMeasures | null> => {
  if (needsBinaries('redis-server', 'redis-cli').isMissing) return null;
  const redis = await startRedisServer();
  try {
    return await withServer({ REDIS_URL: redis.url }, async (first) => {
      const second = await startSecondServer(first, dataDir, redis.url);
      try {
        return await measureBoth(first, second.origin, options, say);
      } finally {
        await second.stop();
      }
    });
  } finally {
    await redis.stop();
  }
};

const measureBoth = async (
  first: Standalone,
  secondOrigin: string,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<FleetMeasures> => {
  const n = options.connections;
  const sql = openArranger(first.databaseUrl);
  const callers = [openCaller(first.origin, n), openCaller(secondOrigin, n)] as const;
  const [caller] = callers;
  try {
    say('Two processes: moves');
    const movers = await assignLanes(sql, await signIn(caller, await makeAccounts(sql, 'fleet', 2 * n)));
    // Each way has players of its own, for it remembers where they are.
    const one = movesOver(caller, movers.slice(0, n));
    const two = alternating(callers.map((each) => movesOver(each, movers.slice(n))));
    const measured = await measureInRounds(
      { ...options, rounds: Math.min(3, options.rounds) },
      { one, two },
      (name, round, run) => say(`  round ${round}: ${name} ${Math.round(run.perSecond)}/s`),
    );
    say(`Two processes: ${PROCESSES * options.crowd} sockets`);
    const players = await makeAccounts(sql, 'wide', PROCESSES * options.crowd);
    const crowds: Crowd[] = [];
    for (const [index, origin] of [first.origin, secondOrigin].entries()) {
      const own = players.slice(index * options.crowd, (index + 1) * options.crowd);
      // Both processes count the same sign-ins: what the first half used up must come back.
      if (index > 0) await sleep((options.crowd / SIGN_INS_PER_S) * 1_000);
      crowds.push(await connectCrowd(callers[index] ?? caller, origin, await signIn(caller, own)));
    }
    const everybody = { ...(crowds[0] as Crowd), sockets: crowds.flatMap(({ sockets }) => sockets) };
    const fanOut = await measureFanOut(everybody, SAMPLES);
    for (const crowd of crowds) crowd.close();
    return { one: measured.get('one'), two: measured.get('two'), sockets: everybody.sockets.length, fanOut };
  } finally {
    await Promise.all(callers.map((each: Caller) => each.close()));
    await sql.end({ timeout: 5 });
  }
};

/** Half of the workers call over each process; a player stays with his. */
const alternating =
  (operations: readonly Operation[]): Operation =>
  async (worker) => {
    await operations[worker % operations.length]?.(worker);
  };
