/**
 * `npm run simulate [-- --players 100 --days 60 --seed ledger --regions 1,10,100,500 --samples 2 --report]`: a region
 * full of players in accelerated time, by the real rules and without a database. Proves after every day that credits,
 * goods, stock and turns balance; measures how long the ladder of hulls takes in regions of several sizes. `--report`
 * writes docs/economy-report.md and its charts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayReport, ProgressionRow } from '@sw/bots/simulation';
import {
  measureLaunch,
  measureProgression,
  medianTurns,
  PROGRESSION_BANDS,
  Simulation,
} from '@sw/bots/simulation';
import { lineChart, shortNumber } from './simulation/chart.ts';
import type { SimulateOptions } from './simulation/options.ts';
import { readSimulateOptions } from './simulation/options.ts';
import { economyPage } from './simulation/page.ts';
import { PICTURES } from './simulation/pictures.ts';
import { mixedPopulation, swarmOf } from './simulation/population.ts';
import { REPOSITORY } from './tree/repository.ts';

const NEWCOMERS = 8;
/** Days others play before the newcomers come, and days these are watched; a crowd settles sooner. */
const WATCH = { warmUpDays: 2, days: 9 } as const;
const CROWD = 200;
const CROWD_WATCH = { warmUpDays: 1, days: 9 } as const;
/** What somebody who plays every day has to spend in one. */
const TURNS_A_DAY = 1_000;
/** Newcomers of a region that opens today, and how many such regions are measured. */
const LAUNCHES = [
  [10, 3],
  [100, 1],
] as const;
const LAUNCH_DAYS = 4;
/** One newcomer alone in a region says little; there are more such regions. */
const LONELY_SAMPLES = 8;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const describeDay = ({ day, activePlayers, moneySupply, priceIndex, gini }: DayReport): string =>
  `day ${day}: ${activePlayers} active, ${shortNumber(moneySupply)} cr in hand, prices ${priceIndex.toFixed(1)}, ` +
  `Gini ${gini.toFixed(2)}; credits, goods and turns balance`;

const describeRow = ({ players, kind, hull, turns }: ProgressionRow): string => {
  const [least, most] = PROGRESSION_BANDS[hull] ?? [0, 0];
  const median = medianTurns(turns);
  const verdict = median >= least && median <= most ? 'ok     ' : 'OUTSIDE';
  return `${verdict} region of ${players}: ${kind} pays for a ${hull} after ${median} turns (band ${least}–${most})`;
};

const seedsOf = (seed: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${seed}-${index}`);

const measureRegions = ({ regions, samples, seed }: SimulateOptions): ProgressionRow[] =>
  regions.flatMap((players) => {
    const count = players === 1 ? samples * LONELY_SAMPLES : players <= 20 ? samples * 4 : samples;
    const watch = players < CROWD ? WATCH : CROWD_WATCH;
    const measured = measureProgression({
      players,
      seeds: seedsOf(seed, count),
      newcomers: Math.max(1, Math.min(NEWCOMERS, Math.floor(players / 5))),
      ...watch,
    });
    // A hull whose band ends after the days cannot be judged.
    const rows = measured.filter(
      ({ hull }) => (PROGRESSION_BANDS[hull]?.[1] ?? 0) <= watch.days * TURNS_A_DAY,
    );
    for (const row of rows) say(describeRow(row));
    return rows;
  });

const main = (): void => {
  const options = readSimulateOptions(process.argv.slice(2));
  const { players, days, seed } = options;
  const simulation = new Simulation({
    seed,
    population: mixedPopulation(players),
    swarmPerDay: swarmOf(players),
    knownPlayers: players,
  });
  for (let day = 0; day < days; day++) say(describeDay(simulation.runDay()));
  say(`best of ${simulation.loops.tried} loops at one station: ${simulation.loops.bestGain} cr`);
  const progression = measureRegions(options);
  if (!options.isReport) return;
  const launch = LAUNCHES.flatMap(([newcomers, count]) =>
    [24, 1].map((hours) => measureLaunch(newcomers, seedsOf(seed, count), hours, LAUNCH_DAYS)),
  );
  const docs = join(REPOSITORY, 'docs');
  const pictures = join(docs, 'images', 'economy');
  mkdirSync(pictures, { recursive: true });
  for (const { file, draw } of PICTURES) {
    writeFileSync(join(pictures, `${file}.svg`), lineChart(draw(simulation.reports)));
  }
  const given = process.argv.slice(2).join(' ');
  const command = `npm run simulate -- ${given}`;
  const facts = { simulation, progression, launch, players, days, seed, command };
  writeFileSync(join(docs, 'economy-report.md'), economyPage(facts));
  say('written: docs/economy-report.md');
};

try {
  main();
} catch (error) {
  process.stderr.write(`simulate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
