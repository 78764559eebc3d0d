/**
 * `npm run bench [-- --quick]`: what this machine does with the game, each command against a floor of the
 * same run. Times are recorded and never asserted; the report stands on standard output, the raw numbers in
 * `bench/output/`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureMapFrames } from './clients/map-frames.ts';
import { measureClient } from './clients/measure-client.ts';
import { CONSOLE, PLAYER_CLIENT } from './clients/visits.ts';
import { measureFleet } from './fleet/measure-fleet.ts';
import { generateRegions } from './galaxy/generation.ts';
import { measurePathSearch } from './galaxy/path-search.ts';
import { measureRouteSearch } from './galaxy/route-search.ts';
import { measureCrowd } from './measure-crowd.ts';
import { measureGame } from './measure-game.ts';
import { readOptions } from './options.ts';
import { readConditions } from './report/conditions.ts';
import { renderReport } from './report/render.ts';
import { writeOutput } from './report/write-output.ts';
import type { Results } from './sections.ts';
import { sectionsOf } from './sections.ts';
import { auditDataFolder } from './server/audit.ts';
import { lastLogged } from './server/log.ts';
import type { Standalone } from './server/standalone.ts';
import { startStandalone } from './server/standalone.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = join(ROOT, 'bench', 'output');

const EXIT_INTERRUPTED = 130;
const running = new Set<Standalone>();

const removeData = (): void =>
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Runs `work` on a server and stops it, whatever happens. */
const withServer = async <T>(
  dataDir: string,
  work: (server: Standalone) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const server = await startStandalone(dataDir, more);
  running.add(server);
  try {
    return await work(server);
  } finally {
    await server.stop();
    running.delete(server);
  }
};

const measureGalaxy = (seeds: number, courses: number): Results['galaxy'] => {
  say('Galaxy');
  const nexus = generateRegions('nexus', seeds);
  const terran = generateRegions('terran', seeds * 2);
  return {
    nexusMs: nexus.medianMs,
    terranMs: terran.medianMs,
    search: measurePathSearch(nexus.plan, courses),
    routes: measureRouteSearch(nexus.plan, Math.ceil(courses / 20)),
  };
};

const measureServer = async (
  dataDir: string,
): Promise<Omit<Results, 'conditions' | 'galaxy' | 'map' | 'bundles'>> => {
  say('First start');
  const firstMs = await withServer(dataDir, async (server) => server.startedInMs);
  say('Second start');
  const atRest = await withServer(dataDir, async (server) => ({
    secondMs: server.startedInMs,
    crowd: await measureCrowd(server, options, say),
  }));
  const durationMs = lastLogged(dataDir, 'galaxy.loaded')?.['durationMs'];
  const atlasMs = typeof durationMs === 'number' ? durationMs : null;
  const game = await withServer(dataDir, (server) => measureGame(server, options, say));
  const fleet = await measureFleet(dataDir, options, (more, work) => withServer(dataDir, work, more), say);
  say('Audit');
  const audit = await auditDataFolder(dataDir);
  return { audit, starts: { firstMs, secondMs: atRest.secondMs, atlasMs }, crowd: atRest.crowd, game, fleet };
};

const run = async (): Promise<void> => {
  const galaxy = measureGalaxy(options.isQuick ? 2 : 5, options.isQuick ? 200 : 2_000);
  say('Map');
  const map = await measureMapFrames(options.isQuick ? 500 : 5_000);
  const results: Results = {
    conditions,
    galaxy,
    map,
    ...(await measureServer(dataDir)),
    bundles: {
      'player client': measureClient(join(ROOT, 'services', 'player-client', 'dist'), PLAYER_CLIENT),
      console: measureClient(join(ROOT, 'services', 'admin-ui', 'dist'), CONSOLE),
    },
  };
  process.stdout.write(`${renderReport(sectionsOf(results))}\n`);
  const { game, ...rest } = results;
  const raw = { ...rest, game: { ...game, measured: Object.fromEntries(game.measured) } };
  say(`\nRaw numbers: ${writeOutput(OUTPUT, 'bench.json', { options, ...raw })}`);
};

const options = readOptions(process.argv.slice(2));
const conditions = { ...readConditions(), ...options };
mkdirSync(OUTPUT, { recursive: true });
const dataDir = mkdtempSync(join(OUTPUT, 'data-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.allSettled([...running].map((server) => server.stop())).then(() => {
      removeData();
      process.exit(EXIT_INTERRUPTED);
    });
  });
}
try {
  await run();
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  removeData();
}
