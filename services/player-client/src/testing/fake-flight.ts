import type { move, plot, WireReplyOf } from '@sw/contracts';
import type { FakeGame } from './fake-game.ts';
import { FAKE_NOW, iso } from './fake-moment.ts';
import { FakeRefusal } from './fake-refusal.ts';

type Route = WireReplyOf<typeof plot>;
type MoveReply = WireReplyOf<typeof move>;

const courseOf = (game: FakeGame, to: number, objective: string): NonNullable<Route['other']> => {
  const way = game.route(to);
  if (way.length === 0) throw new FakeRefusal(409, 'no_route');
  const hops = way.map((number) => {
    const sector = game.world.byNumber(number);
    return {
      to: number,
      number,
      regionName: 'terran-space',
      name: sector.level > 1 ? sector.name : null,
      warpId: number,
      kind: 'lane' as const,
      cost: game.cost(sector) + (objective === 'safe' ? 1 : 0),
      toll: 0,
      hazard: sector.level > 1 ? sector.hazard : null,
      knownLevel: Math.max(1, sector.level) as 1 | 2 | 3,
    };
  });
  const totalTurns = hops.reduce((sum, { cost }) => sum + cost, 0);
  return {
    hops,
    totalTurns,
    totalHops: hops.length,
    totalToll: 0,
    risk: 'low',
    affordableHops: hops.length,
    etaFull: iso(FAKE_NOW),
  };
};

export const plotOf = (game: FakeGame, to: number, objective: string, compare: string | null): Route => {
  const routeId = '00000000-0000-4000-8000-0000000000e1';
  return {
    routeId,
    ...courseOf(game, to, objective),
    other: compare === null ? null : courseOf(game, to, compare),
  };
};

export const moveTo = (game: FakeGame, to: number): MoveReply => {
  if (game.docked) throw new FakeRefusal(409, 'must_undock');
  const warp = game.warps(game.sector).find((option) => option.to === to);
  if (warp === undefined) throw new FakeRefusal(409, 'no_warp');
  if (game.turns < warp.cost)
    throw new FakeRefusal(409, 'insufficient_turns', { need: warp.cost, have: game.turns });
  const from = game.sector.number;
  game.turns -= warp.cost;
  game.rev += 1;
  game.sector = game.world.byNumber(to);
  game.sector.level = 3;
  return {
    rev: game.rev,
    sector: game.summary(game.sector),
    warp: { id: warp.warpId, kind: warp.kind, from, to },
    turns: { spent: warp.cost, left: game.turns },
    toll: 0,
    hull: { before: 368, after: 368, shields: 300 },
    events: [],
    discovered: {
      sector: false,
      isFirst: false,
      charted: 0,
      formations: [],
      nebula: false,
      credits: 0,
      rankPoints: 0,
      promotedTo: null,
    },
    region: null,
  };
};

export const chartOf = (game: FakeGame) => {
  const known = game.world.sectors.filter(({ level }) => level > 0);
  const numbers = new Set(known.map(({ number }) => number));
  const edges = known.flatMap(({ number, level }) =>
    (game.world.lanes.get(number) ?? [])
      .filter((to) => (numbers.has(to) ? number < to : level === 3))
      .flatMap((to) => [number, to, 0, 0]),
  );
  const digit: Readonly<Record<string, number>> = { B: 1, S: 2, X: 3, '-': 0 };
  return {
    version: `v${game.rev}`,
    region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
    n: known.map(({ number }) => number),
    id0: 1,
    x: known.map(({ x }) => x),
    y: known.map(({ y }) => y),
    z: known.map(() => 0),
    level: known.map(({ level }) => level),
    type: known.map(({ level, type }) => (level > 1 ? type : 255)),
    zone: known.map(({ zone }) => zone),
    cluster: known.map(() => 0),
    flags: known.map(({ station, level }) => (station !== null && level > 1 ? 1 : 0)),
    seenAt: known.map(({ number, level }) =>
      level > 1 ? Math.floor(FAKE_NOW / 3_600_000) - (number % 60) : 0,
    ),
    tradeCode: known.map(({ station, level }) =>
      station !== null && level > 1
        ? [...station.code].reduce((sum, letter) => sum * 4 + (digit[letter] ?? 0), 0)
        : -1,
    ),
    names: Object.fromEntries(
      known.filter(({ level }) => level > 1).map(({ number, name }) => [String(number), name]),
    ),
    edges: [
      ...edges,
      ...game.world.tunnels
        .filter(([a, b]) => numbers.has(a) && numbers.has(b))
        .flatMap(([a, b]) => [a, b, 1, 0]),
    ],
    clusters: [{ index: 0, name: 'Kepler Reach', x: 700, y: 500, z: 0 }],
    nebulae: [],
  };
};
