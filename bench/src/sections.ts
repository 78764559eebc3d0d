import type { MapFrames } from './clients/map-frames.ts';
import type { ClientSizes } from './clients/measure-client.ts';
import type { Measured } from './commands/rounds.ts';
import type { FleetMeasures } from './fleet/measure-fleet.ts';
import type { FootprintPair } from './floor/prepare-floors.ts';
import type { SearchTimes } from './galaxy/path-search.ts';
import type { RouteTimes } from './galaxy/route-search.ts';
import type { CrowdMeasures } from './measure-crowd.ts';
import type { GameMeasures } from './measure-game.ts';
import type { BenchOptions } from './options.ts';
import type { Conditions } from './report/conditions.ts';
import type { Figure, Section } from './report/figures.ts';
import { count, kilobytes, megabytes, milliseconds, ratio } from './report/figures.ts';
import type { AuditResult } from './server/audit.ts';

/** Everything one run measured; a part that could not be measured is null. */
export interface Results {
  readonly conditions: Conditions & Pick<BenchOptions, 'rounds' | 'runMs' | 'connections'>;
  readonly galaxy: {
    readonly nexusMs: number;
    readonly terranMs: number;
    readonly search: SearchTimes;
    readonly routes: RouteTimes;
  };
  readonly map: MapFrames | null;
  readonly starts: { readonly firstMs: number; readonly secondMs: number; readonly atlasMs: number | null };
  readonly game: GameMeasures;
  readonly crowd: CrowdMeasures;
  readonly fleet: FleetMeasures | null;
  readonly audit: AuditResult;
  readonly bundles: Readonly<Record<string, ClientSizes | null>>;
}

const TARGET_RATIO = '≥ 0.50';

/** Puts the results into the words of the report. */
export const sectionsOf = (results: Results): Section[] => [
  { title: 'Conditions', figures: conditionFigures(results.conditions) },
  { title: 'Commands', figures: [...commandFigures(results.game), auditFigure(results.audit)] },
  { title: 'Reads', figures: readFigures(results.game) },
  { title: 'Sockets and memory', figures: crowdFigures(results.crowd) },
  { title: 'Two processes over Redis', figures: fleetFigures(results.fleet) },
  { title: 'Galaxy and start', figures: galaxyFigures(results) },
  { title: 'Map', figures: mapFigures(results.map) },
  {
    title: 'Clients',
    figures: Object.entries(results.bundles).flatMap(([name, sizes]) => clientFigures(name, sizes)),
  },
];

const conditionFigures = (conditions: Results['conditions']): Figure[] => [
  {
    name: 'machine',
    value: `${conditions.cores} cores`,
    note: `${conditions.processor}, ${megabytes(conditions.memoryBytes)}, ${conditions.platform}`,
  },
  { name: 'Node', value: conditions.node },
  {
    name: 'other load before the start',
    value: conditions.loadBefore.toFixed(2),
    note: 'runnable processes, mean of one minute; load generator and server share the machine',
  },
  {
    name: 'runs',
    value: `${conditions.rounds} × ${conditions.runMs / 1_000} s`,
    note: `${conditions.connections} connections, medians, floor and server in turn`,
  },
];

const timesOf = ({ p50Ms, p99Ms, failures }: Measured): string =>
  `p50 ${milliseconds(p50Ms)}, p99 ${milliseconds(p99Ms)}${failures === 0 ? '' : `, ${failures} FAILED`}`;

const commandFigures = ({ measured, footprints }: GameMeasures): Figure[] =>
  (['move', 'trade'] as const).flatMap((name) => {
    const [floor, server] = [measured.get(`floor ${name}`), measured.get(name)];
    if (floor === undefined || server === undefined) return [];
    return [
      { name: `floor of a ${name}`, value: `${count(floor.perSecond)}/s`, note: timesOf(floor) },
      { name: `${name} over HTTP`, value: `${count(server.perSecond)}/s`, note: timesOf(server) },
      {
        name: `${name}: share of the floor`,
        value: ratio(server.perSecond, floor.perSecond),
        target: TARGET_RATIO,
        note: footprintNote(footprints[name]),
      },
      {
        name: `${name}: share by processor time`,
        value: ratio(floor.cpuMs, server.cpuMs),
        target: TARGET_RATIO,
        note: `${milliseconds(server.cpuMs)} to ${milliseconds(floor.cpuMs)} of all processes together; holds on a busy machine too`,
      },
    ];
  });

const auditFigure = ({ isBalanced, report }: AuditResult): Figure => ({
  name: 'ledger, turns and holds after all of it',
  value: isBalanced ? 'balanced' : 'NOT BALANCED',
  note: isBalanced ? '' : report.replaceAll(/\s+/g, ' ').slice(0, 200),
});

const footprintNote = ({ server, floor, isSame }: FootprintPair): string => {
  const rows = Object.values(server).reduce((sum, n) => sum + n, 0);
  if (isSame) return `both write ${rows} rows in ${Object.keys(server).length} tables`;
  return `FLOOR OUT OF STEP: ${JSON.stringify(floor)} instead of ${JSON.stringify(server)}`;
};

const READS = {
  market: 'live market',
  state: 'player state',
  'map whole': 'chart of Terran Space, whole',
  'map unchanged': 'chart of Terran Space, unchanged (304)',
} as const;

const readFigures = ({ measured, mapBytes }: GameMeasures): Figure[] =>
  Object.entries(READS).flatMap(([key, name]) => {
    const read = measured.get(key);
    if (read === undefined) return [];
    const size = key === 'map whole' ? `; ${kilobytes(mapBytes)} gzip` : '';
    return [{ name, value: `${count(read.perSecond)}/s`, note: timesOf(read) + size }];
  });

const crowdFigures = (crowd: CrowdMeasures): Figure[] => {
  const n = count(crowd.players);
  return [
    { name: 'server at rest', value: megabytes(crowd.idleBytes), note: 'resident, after the second start' },
    {
      name: `server with ${n} players connected`,
      value: megabytes(crowd.connectedBytes),
      target: '< 250 MB',
      note: 'resident, all in one sector',
    },
    { name: 'server after the fan-out', value: megabytes(crowd.afterBytes) },
    {
      name: `connecting ${n} players`,
      value: milliseconds(crowd.connectedInMs),
      note: 'each arrival is told to everybody already there',
    },
    {
      name: 'commit to last delivery',
      value: milliseconds(crowd.fanOut.p50Ms),
      note: `median of ${crowd.fanOut.samples}, longest ${milliseconds(crowd.fanOut.maxMs)}; ${n} sockets on one channel`,
    },
  ];
};

const fleetFigures = (fleet: FleetMeasures | null): Figure[] => {
  if (fleet === null) return [{ name: 'two processes', value: 'not measured', note: 'no redis-server' }];
  const { one, two, sockets, fanOut } = fleet;
  if (one === undefined || two === undefined) return [];
  return [
    { name: 'moves over one of them', value: `${count(one.perSecond)}/s`, note: timesOf(one) },
    { name: 'moves over both', value: `${count(two.perSecond)}/s`, note: timesOf(two) },
    {
      name: 'both against one',
      value: ratio(two.perSecond, one.perSecond),
      note: 'same load and database, in turn; both, database, Redis and load generator share the machine',
    },
    {
      name: 'command to last delivery',
      value: milliseconds(fanOut.p50Ms),
      note: `median of ${fanOut.samples}, longest ${milliseconds(fanOut.maxMs)}; ${count(sockets)} sockets of both on one channel; counted from the moment of the command, its commit included`,
    },
  ];
};

const galaxyFigures = ({ galaxy, starts }: Results): Figure[] => [
  {
    name: 'generating the Nexus',
    value: milliseconds(galaxy.nexusMs),
    note: '5,000 sectors, median of seeds',
  },
  {
    name: 'generating Terran Space',
    value: milliseconds(galaxy.terranMs),
    note: '300 sectors, median of seeds',
  },
  {
    name: 'plotting a course',
    value: milliseconds(galaxy.search.p50Ms),
    target: '< 1 ms',
    note: `p99 ${milliseconds(galaxy.search.p99Ms)}; 5,000 known sectors, random ends`,
  },
  {
    name: 'finding trade routes',
    value: milliseconds(galaxy.routes.p50Ms),
    target: '< 200 ms',
    note: `p99 ${milliseconds(galaxy.routes.p99Ms)}; ${count(galaxy.routes.stations)} stations with known prices, two stops and six in turn`,
  },
  { name: 'building the graph', value: milliseconds(galaxy.search.buildMs), note: '5,000 sectors' },
  {
    name: 'loading the atlas',
    value: milliseconds(starts.atlasMs ?? Number.NaN),
    note: 'from the database, 5,300 sectors',
  },
  {
    name: 'first start',
    value: milliseconds(starts.firstMs),
    note: 'empty data folder: database, migrations, galaxy; clients only if their sources changed',
  },
  { name: 'second start', value: milliseconds(starts.secondMs), note: 'until the server says it is ready' },
];

const mapFigures = (map: MapFrames | null): Figure[] => {
  if (map === null) return [{ name: 'frames of the map', value: 'not measured', note: 'no browser' }];
  const frame = (name: string, { medianMs, p95Ms, frames }: MapFrames['flat'], target = ''): Figure => ({
    name,
    value: milliseconds(medianMs),
    target,
    note: `p95 ${milliseconds(p95Ms)}; main thread, median of ${frames} frames, ${count(map.sectors)} sectors`,
  });
  return [
    frame('floor: a dot for each sector', map.floor),
    frame('2D, panning and zooming', map.flat, '≤ 6 ms'),
    frame('3D, orbiting', map.space),
    { name: '3D: draw calls', value: count(map.drawCalls), target: '≤ 12' },
  ];
};

const KINDS = [
  ['js', 'scripts', 'gzip, with everything imported at once'],
  ['css', 'styles', 'gzip'],
  ['fonts', 'fonts', 'as sent'],
] as const;

const budgetOf = (bytes: number | undefined): string => (bytes === undefined ? '' : `≤ ${bytes / 1_000} KB`);

/** Each visit against its budgets of the rule book (front ends 5.2), then the largest chunk that waits. */
const clientFigures = (client: string, sizes: ClientSizes | null): Figure[] => {
  if (sizes === null) return [{ name: `${client}: scripts`, value: 'not built' }];
  const visits = sizes.visits.flatMap((visit) =>
    KINDS.filter(([kind]) => kind === 'js' || visit.budget[kind] !== undefined).map(([kind, what, note]) => ({
      name: `${client}, ${visit.name}: ${what}`,
      value: kilobytes(visit[kind]),
      target: budgetOf(visit.budget[kind]),
      note,
    })),
  );
  const [largest] = sizes.lazy;
  if (largest === undefined) return visits;
  return [
    ...visits,
    {
      name: `${client}: largest chunk loaded later`,
      value: kilobytes(largest.js),
      target: budgetOf(sizes.lazyBudget),
      note: `gzip; ${largest.name.split('/').at(-1) ?? ''}`,
    },
  ];
};
