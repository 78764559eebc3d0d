/**
 * `npm run demo [-- --players 12 --minutes 10]`: lets players driven by code into the server that runs
 * here, so that a newcomer meets somebody. Ends by itself; Ctrl-C ends it sooner.
 */
import { runBots } from '@sw/bots';
import { createDemoPlayers } from '@sw/gameserver';
import { readDemoOptions } from './demo/options.ts';
import { findRunningServer } from './demo/running-server.ts';
import { describeReports, Tally } from './demo/summary.ts';

const MINUTE_MS = 60_000;
const SUMMARY_EVERY_MS = 10_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const main = async (): Promise<void> => {
  const options = readDemoOptions(process.argv.slice(2));
  const server = await findRunningServer(process.env, options.url);
  const players = await createDemoPlayers(server.databaseUrl, options.players);

  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const tally = new Tally();
  const startedMs = performance.now();
  const tell = (): void => say(tally.line(performance.now() - startedMs));
  say(`${players.length} players fly at ${server.url} for ${options.minutes} min. Ctrl-C ends the demo.`);
  const summary = setInterval(tell, SUMMARY_EVERY_MS);
  try {
    const reports = await runBots({
      origin: server.url,
      players,
      seed: options.seed,
      durationMs: options.minutes * MINUTE_MS,
      signal: stop.signal,
      onStep: (_, deed) => tally.add(deed),
    });
    tell();
    say(describeReports(reports));
  } finally {
    clearInterval(summary);
  }
};

try {
  await main();
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
