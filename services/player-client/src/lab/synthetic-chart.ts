import type { RegionChart } from '../sectors/merge-chart.ts';

const STEP = 60;
const ZONES = 4;
const CLUSTERS = 20;
const TUNNELS = 120;
const STATION_EVERY = 5;

/** An even but irregular number from 0 to 1 for each index. */
const share = (index: number, salt: number): number => {
  const value = Math.sin(index * 12.9898 + salt * 78.233) * 43_758.5453;
  return value - Math.floor(value);
};

/** A chart of `count` sectors on a shaken grid, all visited: the largest a player can come to know. */
export function syntheticChart(count: number): RegionChart {
  const columns = Math.ceil(Math.sqrt(count * 1.4));
  const rows = Array.from({ length: count }, (_, row) => row);
  const edges: number[] = [];
  for (const row of rows) {
    if ((row + 1) % columns !== 0 && row + 1 < count && share(row, 1) < 0.86)
      edges.push(row + 1, row + 2, 0, 0);
    if (row + columns < count && share(row, 2) < 0.68) edges.push(row + 1, row + 1 + columns, 0, 0);
  }
  for (let tunnel = 0; tunnel < TUNNELS; tunnel += 1) {
    const [from, to] = [share(tunnel, 3), share(tunnel, 4)].map((at) => Math.floor(at * count) + 1);
    if (from !== undefined && to !== undefined && from !== to) edges.push(from, to, 1, 0);
  }
  const cluster = (row: number): number => Math.floor((row / count) * CLUSTERS);
  return {
    version: '1.1',
    region: { name: 'lab', code: 'LAB', title: 'Lab', sectorCount: count },
    id0: 1,
    n: rows.map((row) => row + 1),
    x: rows.map((row) => Math.round(((row % columns) + share(row, 5) * 0.7) * STEP)),
    y: rows.map((row) => Math.round((Math.floor(row / columns) + share(row, 6) * 0.7) * STEP)),
    z: rows.map((row) => Math.round((share(row, 7) - 0.5) * STEP)),
    level: rows.map(() => 3),
    type: rows.map((row) => Math.floor(share(row, 8) ** 3 * 7)),
    zone: rows.map((row) => Math.floor(cluster(row) / (CLUSTERS / ZONES))),
    cluster: rows.map(cluster),
    flags: rows.map((row) => (row % STATION_EVERY === 0 ? 1 : 0)),
    seenAt: rows.map(() => 1),
    tradeCode: rows.map((row) => (row % STATION_EVERY === 0 ? 27 : -1)),
    names: Object.fromEntries(
      rows.filter((row) => row % STATION_EVERY === 0).map((row) => [String(row + 1), `Station ${row + 1}`]),
    ),
    edges,
    clusters: Array.from({ length: CLUSTERS }, (_, index) => ({
      index,
      name: `Cluster ${index}`,
      x: 0,
      y: 0,
      z: 0,
    })),
    nebulae: Array.from({ length: CLUSTERS / 2 }, (_, index) => ({
      cluster: index,
      kind: 'azure',
      x: Math.round(share(index, 9) * columns * STEP),
      y: Math.round(share(index, 10) * (count / columns) * STEP),
      radius: STEP * 4,
    })),
  };
}
