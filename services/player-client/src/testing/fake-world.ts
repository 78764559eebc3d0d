/*
 * A small galaxy for tests and pictures: shaped like the contracts say, seeded, the same every time.
 * Its numbers stand in for the server's; none of them is a rule.
 */

export interface FakeSector {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly zone: 0 | 1 | 2;
  readonly type: number;
  readonly hazard: number;
  readonly name: string;
  readonly station: FakeStation | null;
  /** 0 unknown, 1 charted, 2 scanned, 3 visited. */
  level: 0 | 1 | 2 | 3;
}

export interface FakeStation {
  readonly id: string;
  readonly name: string;
  readonly stationClass: number;
  /** Letters for ore, organics, equipment, fuel. */
  readonly code: string;
}

export interface FakeWorld {
  readonly sectors: readonly FakeSector[];
  /** Neighbouring sector numbers. */
  readonly lanes: ReadonlyMap<number, readonly number[]>;
  readonly tunnels: readonly (readonly [number, number])[];
  byNumber(number: number): FakeSector;
}

/** mulberry32, as small as a seeded stream gets. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SIZE = 500;
const KNOWN = 312;
const WIDTH = 1400;
const HEIGHT = 1000;
const SPACING = 36;
const HERE_HINT = { x: 860, y: 420 };
const CLASS_CODES = [
  '---S',
  'BSS-',
  'SBS-',
  'SSB-',
  'SSSS',
  'BBBB',
  'BBSS',
  'SSBB',
  'BBBB',
  'SSSS',
  '----',
  '--S-',
];
const SYLLABLES = [
  'Hal',
  'den',
  'Cor',
  'vane',
  'Tes',
  'saly',
  'Orr',
  'ery',
  'Mel',
  'Dust',
  'Sab',
  'le',
  'Vail',
  'Wick',
  'Fer',
  'rol',
  'Ost',
  'rava',
  'Car',
  'row',
];
const SECOND = [
  'Reach',
  'Yard',
  'Verge',
  'Point',
  'Deep',
  'Hollow',
  'Gate',
  'Drift',
  'Works',
  'Shoal',
  'Rest',
  'Cross',
];

interface Place {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

function scatter(next: () => number): Place[] {
  const places: Place[] = [];
  for (let tries = 0; places.length < SIZE && tries < 200_000; tries += 1) {
    const place = { x: Math.round(next() * WIDTH), y: Math.round(next() * HEIGHT) };
    if (places.every((other) => distance(place, other) >= SPACING)) places.push(place);
  }
  return places;
}

function neighbourhood(places: readonly Place[]): number[][] {
  const lanes: number[][] = places.map(() => []);
  places.forEach((a, i) => {
    for (let j = i + 1; j < places.length; j += 1) {
      const b = places[j] as Place;
      const length = distance(a, b);
      if (length > SPACING * 3) continue;
      if (places.some((c) => distance(a, c) < length && distance(b, c) < length)) continue;
      lanes[i]?.push(j);
      lanes[j]?.push(i);
    }
  });
  return lanes;
}

function hopsFrom(
  start: number,
  lanes: readonly (readonly number[])[],
): { hops: Map<number, number>; order: number[] } {
  const hops = new Map([[start, 0]]);
  const order = [start];
  for (const at of order)
    for (const to of lanes[at] ?? [])
      if (!hops.has(to)) {
        hops.set(to, (hops.get(at) ?? 0) + 1);
        order.push(to);
      }
  return { hops, order };
}

const nearestTo = (places: readonly Place[], wanted: Place): number =>
  places.reduce(
    (best, place, index) =>
      distance(place, wanted) < distance(places[best] as Place, wanted) ? index : best,
    0,
  );

function nameFrom(next: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const drawn = pick(SYLLABLES) + (next() > 0.5 ? pick(SYLLABLES).toLowerCase() : '');
  const first = drawn.slice(0, 1).toUpperCase() + drawn.slice(1);
  return next() > 0.45 ? `${first} ${pick(SECOND)}` : first;
}

const stationId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

interface Seat {
  readonly at: Place;
  readonly number: number;
  readonly zone: 0 | 1 | 2;
  readonly level: 0 | 1 | 3;
  readonly isCapital: boolean;
  readonly isHome: boolean;
}

function typeOf(roll: number, zone: number): number {
  if (roll > 0.92) return 2;
  if (roll > 0.88 && zone > 0) return 3;
  return roll > 0.85 ? 1 : 0;
}

function buildSector(next: () => number, { at, number, zone, level, isCapital, isHome }: Seat): FakeSector {
  const roll = next();
  const hasStation = next() < 0.17 || isCapital || isHome;
  const drawn = 1 + Math.floor(next() * 7);
  const stationClass = isCapital ? 0 : isHome ? 7 : drawn;
  const name = isHome ? 'Halden Reach' : nameFrom(next);
  const scanned = next() > 0.5;
  return {
    number,
    x: at.x,
    y: HEIGHT - at.y,
    zone,
    type: typeOf(roll, zone),
    hazard: roll > 0.88 ? 4 + Math.floor(roll * 10) - 8 : Math.floor(roll * 3),
    name,
    station: hasStation
      ? {
          id: stationId(number),
          name: isHome ? 'Halden Exchange' : name,
          stationClass,
          code: CLASS_CODES[stationClass] ?? '----',
        }
      : null,
    level: level === 1 && scanned ? 2 : level,
  };
}

/** Builds the galaxy: the capital is sector 1, the ship begins in sector `HOME`. */
export function buildFakeWorld(): FakeWorld {
  const next = seeded(7);
  const places = scatter(next);
  const graph = neighbourhood(places);
  const capital = nearestTo(places, { x: 420, y: 560 });
  const { order } = hopsFrom(capital, graph);
  const numberOf = new Map(order.map((index, place) => [index, place + 1]));
  const here = nearestTo(places, HERE_HINT);
  const { hops: fromHere } = hopsFrom(here, graph);
  const reach = [...order].sort((a, b) => (fromHere.get(a) ?? 99) - (fromHere.get(b) ?? 99));
  const known = new Set(reach.slice(0, KNOWN));
  const visited = new Set(reach.slice(0, 150));
  const sectors = order.map((index, place) => {
    const at = places[index] as Place;
    const number = place + 1;
    const zone = Math.min(2, Math.floor((place * 3) / order.length)) as 0 | 1 | 2;
    const level = visited.has(index) ? 3 : known.has(index) ? 1 : 0;
    return buildSector(next, {
      at,
      number,
      zone,
      level,
      isCapital: index === capital,
      isHome: index === here,
    });
  });
  const lanes = new Map<number, number[]>();
  order.forEach((index) => {
    lanes.set(
      numberOf.get(index) ?? 0,
      (graph[index] ?? []).flatMap((to) => numberOf.get(to) ?? []),
    );
  });
  const far = sectors.filter(({ level }) => level > 0);
  const tunnels = [0, 1, 2, 3, 4].flatMap((index) => {
    const from = far[(index * 61 + 17) % far.length];
    const to = far[(index * 97 + 140) % far.length];
    return from !== undefined && to !== undefined && distance(from, to) > 180 && distance(from, to) < 700
      ? [[from.number, to.number] as const]
      : [];
  });
  const lookUp = new Map(sectors.map((sector) => [sector.number, sector]));
  return {
    sectors,
    lanes,
    tunnels,
    byNumber: (number) => {
      const sector = lookUp.get(number);
      if (sector === undefined) throw new Error(`No sector ${number}`);
      return sector;
    },
  };
}

/** Number of the sector the ship begins in: the one called Halden Reach. */
export const homeOf = (world: FakeWorld): FakeSector => {
  const home = world.sectors.find(({ name, station }) => name === 'Halden Reach' && station !== null);
  if (home === undefined) throw new Error('The fake world has no home');
  return home;
};
