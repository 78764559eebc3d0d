import type { DayReport, LaunchRow, ProgressionRow, Simulation, StrategyKind } from '@sw/bots/simulation';
import { medianTurns, PROGRESSION_BANDS, reasonTotals, STRATEGY_KINDS } from '@sw/bots/simulation';
import { shortNumber } from './chart.ts';
import { PICTURES } from './pictures.ts';

const WORDS: Readonly<Record<StrategyKind, string>> = {
  rule_trader: 'honest trader who knows the rules',
  screen_trader: 'honest trader who sees the screen',
  explorer: 'explorer',
  optimiser: 'optimiser who sees every stock',
  hoarder: 'hoarder',
  fresh_account: 'fresh account of the swarm',
};

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** A table whose first row is its head. */
const table = (rows: readonly string[]): string => {
  const [head = '', ...rest] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...rest].join('\n');
};

const isWithinBand = ({ hull, turns }: ProgressionRow): boolean => {
  const [least, most] = PROGRESSION_BANDS[hull] ?? [0, 0];
  const median = medianTurns(turns);
  return median >= least && median <= most;
};

/** The verdict in words: what is missed is said, not left to be found in the table. */
const verdict = (rows: readonly ProgressionRow[]): string => {
  const missed = rows.filter((one) => !isWithinBand(one));
  if (missed.length === 0) return 'Every median lies within its band.';
  const cases = missed.map(
    ({ players, kind, hull, turns }) =>
      `- region of ${players}, ${hull.replace('_', ' ')}, ${WORDS[kind]}: ${turnsText(medianTurns(turns))}`,
  );
  return `${rows.length - missed.length} of ${rows.length} medians lie within their band. Missed:\n\n${cases.join('\n')}`;
};

const progressionTable = (rows: readonly ProgressionRow[]): string =>
  table([
    row('Region of', 'Who', 'Hull', 'Median turns', 'Band', 'Least', 'Most', 'Measured'),
    ...rows.map((one) => {
      const { players, kind, hull, turns } = one;
      const [least, most] = PROGRESSION_BANDS[hull] ?? [0, 0];
      const mark = isWithinBand(one) ? '' : ' (!)';
      return row(
        players,
        kind === 'rule_trader' ? 'knows the rules' : 'sees the screen',
        hull.replace('_', ' '),
        turnsText(medianTurns(turns)) + mark,
        `${thousands(least)}–${thousands(most)}`,
        turnsText(turns[0] ?? Number.POSITIVE_INFINITY),
        turnsText(turns.at(-1) ?? Number.POSITIVE_INFINITY),
        turns.length,
      );
    }),
  ]);

const turnsText = (turns: number): string => (Number.isFinite(turns) ? thousands(turns) : 'not yet');

const reasonTable = (simulation: Simulation): string =>
  table([
    row('Reason', 'Made', 'Destroyed'),
    ...reasonTotals(simulation.setting).map(({ reason, minted, burned }) =>
      row(`\`${reason}\``, minted === 0 ? '' : thousands(minted), burned === 0 ? '' : thousands(burned)),
    ),
  ]);

const incomeTable = (reports: readonly DayReport[]): string => {
  const weeks = [
    [0, 1],
    [1, 7],
    [7, 14],
    [14, reports.length],
  ] as const;
  return table([
    row('Strategy', 'Day 1', 'Days 2–7', 'Days 8–14', 'After that'),
    ...STRATEGY_KINDS.map((kind) =>
      row(WORDS[kind], ...weeks.map(([from, to]) => incomeText(reports.slice(from, to), kind))),
    ),
  ]);
};

const WEEK_DAYS = 7;

/** Credits destroyed for each one made, over the last of the days. */
const burnRatio = (reports: readonly DayReport[], days: number): string => {
  const before = reports.at(-days - 1);
  const last = reports.at(-1);
  const made = (last?.minted ?? 0) - (before?.minted ?? 0);
  return made === 0 ? '–' : (((last?.burned ?? 0) - (before?.burned ?? 0)) / made).toFixed(2);
};

const incomeText = (reports: readonly DayReport[], kind: StrategyKind): string => {
  const turns = reports.reduce((sum, { strategies }) => sum + strategies[kind].turns, 0);
  const income = reports.reduce((sum, { strategies }) => sum + strategies[kind].income, 0);
  return turns === 0 ? '–' : (income / turns).toFixed(1);
};

/** What a reader needs to make the page again. */
export interface PageFacts {
  readonly simulation: Simulation;
  readonly progression: readonly ProgressionRow[];
  readonly launch: readonly LaunchRow[];
  readonly players: number;
  readonly days: number;
  readonly seed: string;
  readonly command: string;
}

/** The economy report as a page. */
export const economyPage = (facts: PageFacts): string => {
  const { simulation, progression, launch, players, days, command } = facts;
  const { reports } = simulation;
  const last = reports.at(-1);
  return `# The economy, simulated

${players} players and a swarm of fresh accounts trade for ${days} days in one Terran Space, by the rules of
\`packages/rules\` and nothing else: the generator, markets, flow and drift, move costs, turns, docking, the starter chain,
discovery and landmarks, sealed jobs, ranks, hulls and upgrades. There is no database and no clock; the same seed gives the
same history. The region counts its players as active from the first day. Made by

\`\`\`
${command}
\`\`\`

After every simulated day the books must balance, or the run ends with the broken invariant: all accounts together are 0,
none is negative, no good appears or vanishes but by a station's production and consumption, no stock leaves its capacity, no
hold is over-full, and everybody's turns are what he began with, plus regeneration, less what he spent. This run kept them
for ${days} days and ${thousands(simulation.setting.world.books.rows())} ledger rows.

## Progression

How many turns a newcomer has spent when he can first pay for each hull of the ladder, bought in this order (rule book, I-41).
Both kinds of trader are honest and know prices only from docks they have visited and from the public hourly list. One takes
them as they stand, slippage included, as the route finder does; the other also knows how markets recover and, where fewer
than two hundred share the region, looks one sale ahead. Both take sealed jobs that pay more than their usual turn. In regions
of more than one the others have played for days before the newcomers come.

${progressionTable(progression)}

${verdict(progression)}

**A region that opens today** has nobody who counts as active yet, so its markets move for one player while all arrive at
once; the game counts every hour, so that they follow within the first. On such a day newcomers who come together pay for a
Cargo Hauler after

${table([
  row('Newcomers', 'Active players are counted', 'Median turns', 'Least', 'Most', 'Measured'),
  ...launch.map(({ players: newcomers, flowEveryHours, turns }) =>
    row(
      newcomers,
      flowEveryHours === 24 ? 'once a day, as before' : 'once an hour, as now',
      turnsText(medianTurns(turns)),
      turnsText(turns[0] ?? Number.POSITIVE_INFINITY),
      turnsText(turns.at(-1) ?? Number.POSITIVE_INFINITY),
      turns.length,
    ),
  ),
])}

## Income

Credits a turn: growth of wallet, goods at cost and hulls, by strategy.

${incomeTable(reports)}

${PICTURES.map(({ file, alt }) => `![${alt}](images/economy/${file}.svg)`).join('\n\n')}

The optimiser sees every stock in the region at every moment, plans ahead and upgrades his hauler: nobody who plays by the
screen can do better. The rule book gives no figure for the best route; the tests assert a ceiling of
250 cr a turn on any day for everybody. At every dock he also tried to buy and sell back on the spot:
${thousands(simulation.loops.tried)} tries, and the best of them lost ${-simulation.loops.bestGain} cr.

## Sources and sinks

${reasonTable(simulation)}

Of every credit made ${burnRatio(reports, reports.length)} are destroyed again, ${burnRatio(reports, WEEK_DAYS)} in the last seven days; the rule book wants
0.95 to 1.05 (economy 15.2). Honest traders who own the ladder buy every upgrade of the ship they fly. After that this region
has nothing left to buy: what takes the credits of the rich in the rule book, colonies, stations, construction slips, gates,
drones and teams, is not part of the game yet, so wallets grow for good.

Left out: other regions, pirates and combat, wear and repair, insurance, procurement jobs, warehouses and station owners. A
hull of the ladder counts as reached when the wallet can pay for it; the standing that a Carrier asks for as well is not
simulated.

## At the end of day ${last?.day ?? 0}

${table([
  row('Measure', 'Value'),
  row('active players', last?.activePlayers ?? 0),
  row('money supply', shortNumber(last?.moneySupply ?? 0)),
  row('median wallet', shortNumber(last?.medianWealth ?? 0)),
  row('price index (100 = base prices)', (last?.priceIndex ?? 0).toFixed(1)),
  row('Gini coefficient of wallets', (last?.gini ?? 0).toFixed(2)),
  row('sellers below 5 % of stock', percent(last?.emptySellers ?? 0)),
  row('buyers above 95 % of stock', percent(last?.fullBuyers ?? 0)),
])}
`;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
