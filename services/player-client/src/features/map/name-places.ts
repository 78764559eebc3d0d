export interface NamePlace {
  /** Number of the zone. */
  readonly zone: number;
  readonly x: number;
  readonly y: number;
}

/** Where sectors lie, in which zone, and which have names of their own. */
export interface NamedSectors {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly zone: Uint8Array;
  readonly isNamed: Uint8Array;
}

const MOST_RIVALS = 400;
const FAR = 1e9;

/** Enough of many rows to know where they lie. */
function sampled(rows: readonly number[]): readonly number[] {
  const step = Math.ceil(rows.length / MOST_RIVALS);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}

/**
 * A place for the name of each zone: the sector that lies furthest from every other zone, from sectors with
 * names of their own, and from the names already placed.
 */
export function namePlaces(
  { count, x, y, zone, isNamed }: NamedSectors,
  zones: readonly number[],
): NamePlace[] {
  const placed: NamePlace[] = [];
  const rows = Array.from({ length: count }, (_, row) => row);
  for (const index of zones) {
    const others = rows.filter((row) => zone[row] !== index || isNamed[row] === 1);
    const rivals = [...sampled(others).map((row) => ({ x: x[row] ?? 0, y: y[row] ?? 0 })), ...placed];
    let best: NamePlace | null = null;
    let bestRoom = -1;
    for (const row of rows) {
      if (zone[row] !== index) continue;
      const [px, py] = [x[row] ?? 0, y[row] ?? 0];
      let room = FAR;
      // Names are wide and low: room to the sides counts less than room above and below.
      for (const rival of rivals) room = Math.min(room, ((rival.x - px) / 2) ** 2 + (rival.y - py) ** 2);
      if (room <= bestRoom) continue;
      bestRoom = room;
      best = { zone: index, x: px, y: py };
    }
    if (best !== null) placed.push(best);
  }
  return placed;
}
