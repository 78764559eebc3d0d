import { connect } from '@sw/db';
import { movesOver } from './commands/move.ts';
import { mapChecks, mapReads, marketReads, stateReads } from './commands/reads.ts';
import type { Measured } from './commands/rounds.ts';
import { measureInRounds } from './commands/rounds.ts';
import { tradesOver } from './commands/trade.ts';
import type { Floors } from './floor/prepare-floors.ts';
import { prepareFloors } from './floor/prepare-floors.ts';
import type { BenchOptions } from './options.ts';
import { makeAccounts } from './players/accounts.ts';
import type { Mover } from './players/assign-lanes.ts';
import { assignLanes } from './players/assign-lanes.ts';
import type { Trader } from './players/assign-markets.ts';
import { assignMarkets } from './players/assign-markets.ts';
import { signIn } from './players/sign-in.ts';
import { openArranger } from './players/write-access.ts';
import { openCaller } from './server/http.ts';
import type { Standalone } from './server/standalone.ts';

export interface GameMeasures {
  readonly measured: ReadonlyMap<string, Measured>;
  readonly footprints: Floors['footprints'];
  readonly mapBytes: number;
}

/** Measures the commands and reads of a running server against the floor on its own database. */
export const measureGame = async (
  server: Standalone,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<GameMeasures> => {
  const n = options.connections;
  const sql = openArranger(server.databaseUrl);
  // A fifth of the connections serves reads, so that exactly n of them can hold a command.
  const db = connect(server.databaseUrl, { max: Math.ceil((n * 5) / 4), applicationName: 'bench-floor' });
  const caller = openCaller(server.origin, n);
  try {
    say(`Preparing ${4 * n} players`);
    const players = await signIn(caller, await makeAccounts(sql, 'load', 4 * n));
    const movers = await assignLanes(sql, players.slice(0, 2 * n));
    const traders = await assignMarkets(sql, players.slice(2 * n));
    const [serverMovers, floorMovers] = [movers.slice(0, n), movers.slice(n)];
    const [serverTraders, floorTraders] = [traders.slice(0, n), traders.slice(n)];

    const moves = movesOver(caller, serverMovers);
    const trades = tradesOver(caller, serverTraders);
    const floors = await prepareFloors(
      db,
      sql,
      {
        server: { mover: serverMovers[0] as Mover, trader: serverTraders[0] as Trader },
        movers: floorMovers,
        traders: floorTraders,
      },
      { move: () => moves(0), trade: () => trades(0) },
    );
    const chart = await caller.get('/map/regions/terran-space', (movers[0] as Mover).token, {
      'accept-encoding': 'gzip',
    });

    await sql`ANALYZE`;
    const commands = { 'floor move': floors.move, move: moves, 'floor trade': floors.trade, trade: trades };
    say(`Commands: ${options.rounds} rounds of ${Object.keys(commands).length} runs of ${options.runMs} ms`);
    await measureInRounds({ rounds: 1, runMs: options.runMs, connections: n }, commands, () => undefined);
    const measured = await measureInRounds(
      options,
      commands,
      (name, round, run) => say(`  round ${round}: ${name} ${Math.round(run.perSecond)}/s`),
      server.cpuMs,
    );
    say('Reads');
    const reads = await measureInRounds(
      { ...options, rounds: Math.min(3, options.rounds) },
      {
        market: marketReads(caller, serverTraders),
        state: stateReads(caller, serverMovers),
        'map whole': mapReads(caller, serverMovers, 'terran-space'),
        'map unchanged': mapChecks(caller, serverMovers, 'terran-space'),
      },
      (name, round, run) => say(`  round ${round}: ${name} ${Math.round(run.perSecond)}/s`),
    );
    return {
      measured: new Map([...measured, ...reads]),
      footprints: floors.footprints,
      mapBytes: Number(chart.headers['content-length'] ?? chart.text.length),
    };
  } finally {
    await caller.close();
    await db.close();
    await sql.end({ timeout: 5 });
  }
};
