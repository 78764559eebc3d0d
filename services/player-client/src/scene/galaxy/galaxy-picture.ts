import type { PerspectiveCamera } from 'three';
import { Group } from 'three';
import type { Backdrop } from './galaxy-backdrop.ts';
import { createLand, createNebulae, createStars } from './galaxy-backdrop.ts';
import type { LineBatch } from './galaxy-lines.ts';
import { createLines } from './galaxy-lines.ts';
import { sharedUniforms } from './galaxy-materials.ts';
import { createSectors } from './galaxy-sectors.ts';
import type { GalaxyChart, GalaxyDetail, GalaxyField, GalaxyLooks, GalaxyTheme } from './galaxy-types.ts';
import type { Orbit } from './orbit.ts';
import { eyeOf } from './orbit.ts';

/** Everything drawn of one chart: at most eight draw calls, however many sectors it has. */
export interface GalaxyPicture {
  readonly group: Group;
  setLooks(looks: GalaxyLooks): void;
  setTheme(theme: GalaxyTheme): void;
  /** Rows of the course, its start first. */
  setRoute(rows: readonly number[]): void;
  setLand(field: GalaxyField | null, coast: { readonly coast: number; readonly steps: number }): void;
  setDetail(detail: GalaxyDetail): void;
  /** Follows the camera: sizes in pixels, and how far warps are seen. */
  setView(orbit: Orbit, width: number, height: number, pixel: number): void;
  dispose(): void;
}

const FAR = 1e9;
/** Lanes fade between these many distances of the camera. */
const FADE = [1.7, 3.4] as const;
/** How long connections rise on their way. */
const BOWED = { bow: 0.12, pieces: 12 };

function endsOf(
  { x, y, z }: GalaxyChart,
  rows: ArrayLike<number>,
): { readonly start: Float32Array; readonly end: Float32Array } {
  const count = Math.floor(rows.length / 2);
  const [start, end] = [new Float32Array(count * 3), new Float32Array(count * 3)];
  for (let line = 0; line < count; line += 1) {
    const [a, b] = [rows[line * 2] ?? 0, rows[line * 2 + 1] ?? 0];
    start.set([x[a] ?? 0, y[a] ?? 0, z[a] ?? 0], line * 3);
    end.set([x[b] ?? 0, y[b] ?? 0, z[b] ?? 0], line * 3);
  }
  return { start, end };
}

/** From each sector straight down to the ground: how high it lies is read from its foot. */
function feetOf({ count, x, y, z }: GalaxyChart): ReturnType<typeof endsOf> {
  const [start, end] = [new Float32Array(count * 3), new Float32Array(count * 3)];
  for (let row = 0; row < count; row += 1) {
    start.set([x[row] ?? 0, y[row] ?? 0, z[row] ?? 0], row * 3);
    end.set([x[row] ?? 0, y[row] ?? 0, 0], row * 3);
  }
  return { start, end };
}

/** Whether two rows are the ends of a line that bows. */
function tunnelsOf({ count, tunnels }: GalaxyChart): (a: number, b: number) => boolean {
  const keyOf = (a: number, b: number): number => Math.min(a, b) * count + Math.max(a, b);
  const keys = new Set<number>();
  for (let at = 0; at + 1 < tunnels.length; at += 2) keys.add(keyOf(tunnels[at] ?? 0, tunnels[at + 1] ?? 0));
  return (a, b) => keys.has(keyOf(a, b));
}

/** The picture of a chart. Made once for each version of it; looks, theme and course change it in place. */
export function createGalaxyPicture(chart: GalaxyChart): GalaxyPicture {
  const shared = sharedUniforms();
  const group = new Group();
  const ground = 0;
  const stars = createStars(shared);
  const nebulae = createNebulae(chart, ground + 1);
  const feet = createLines(feetOf(chart), shared);
  const lanes = createLines(endsOf(chart, chart.lanes), shared);
  const tunnels = createLines(endsOf(chart, chart.tunnels), shared, BOWED);
  const sectors = createSectors(chart, shared);
  const isTunnel = tunnelsOf(chart);
  let route: readonly LineBatch[] = [];
  let land: Backdrop | null = null;
  let theme: GalaxyTheme | null = null;
  let hasFarLanes = true;
  let distance = 1;
  let rows: readonly number[] = [];

  /** Painted from the back: nothing is tested for depth. */
  const arrange = () => {
    const parts = [
      stars.object,
      land?.object,
      nebulae.object,
      feet.mesh,
      lanes.mesh,
      tunnels.mesh,
      ...route.map(({ mesh }) => mesh),
      sectors.mesh,
    ];
    group.clear();
    for (const [order, part] of parts.entries()) {
      if (part === undefined) continue;
      part.renderOrder = order;
      group.add(part);
    }
  };
  const styleLines = () => {
    if (theme === null) return;
    const strong = theme.isFlat ? 1.5 : 1;
    const [from, to] = hasFarLanes ? FADE : ([0.9, 1.4] as const);
    feet.style({
      colour: theme.lane,
      alpha: theme.isFlat ? 0.5 : 0.4,
      width: 1,
      dash: 0,
      fade: [distance * 0.9, distance * (hasFarLanes ? 1.5 : 1)],
    });
    lanes.style({
      colour: theme.lane,
      alpha: theme.isLight ? 0.9 : 0.95,
      width: 1.15 * strong,
      dash: 0,
      fade: [distance * from, distance * to],
    });
    tunnels.style({
      colour: theme.tunnel,
      alpha: 0.6,
      width: 1.4 * strong,
      dash: chart.spacing * 0.24,
      fade: [distance * FADE[0], distance * FADE[1] * 1.5],
    });
    for (const part of route)
      part.style({ colour: theme.route, alpha: 1, width: 3, dash: 0, fade: [FAR, FAR * 2] });
  };
  arrange();

  return {
    group,
    setLooks: sectors.look,
    setTheme: (next) => {
      theme = next;
      for (const part of [stars, nebulae, land]) part?.theme(next);
      sectors.theme(next);
      styleLines();
    },
    setRoute: (next) => {
      if (next.join() === rows.join()) return;
      rows = next;
      for (const part of route) part.dispose();
      const legs = rows.slice(1).map((row, index) => [rows[index] ?? 0, row] as const);
      const through = legs.filter(([from, to]) => isTunnel(from, to));
      const along = legs.filter(([from, to]) => !isTunnel(from, to));
      // A course through a tunnel rises with it.
      route = [
        createLines(endsOf(chart, along.flat()), shared),
        createLines(endsOf(chart, through.flat()), shared, BOWED),
      ];
      styleLines();
      arrange();
    },
    setLand: (field, coast) => {
      land?.dispose();
      land = field === null ? null : createLand(field, ground, coast);
      if (theme !== null) land?.theme(theme);
      arrange();
    },
    setDetail: (detail) => {
      stars.object.visible = detail.hasBackdrop;
      hasFarLanes = detail.hasFarLanes;
      styleLines();
    },
    setView: (orbit, width, height, pixel) => {
      shared.uResolution.value.set(width, height);
      shared.uPixel.value = pixel;
      distance = orbit.distance;
      styleLines();
    },
    dispose: () => {
      for (const part of [stars, nebulae, land, feet, lanes, tunnels, ...route, sectors]) part?.dispose();
    },
  };
}

/** Puts a camera where an orbit has it. */
export function placeCamera(
  camera: PerspectiveCamera,
  orbit: Orbit,
  fieldOfView: number,
  aspect: number,
): void {
  const eye = eyeOf(orbit);
  camera.fov = fieldOfView;
  camera.aspect = aspect;
  camera.near = Math.max(1, orbit.distance / 200);
  camera.far = orbit.distance * 40;
  camera.up.set(0, 0, 1);
  camera.position.set(eye.x, eye.y, eye.z);
  camera.lookAt(orbit.x, orbit.y, orbit.z);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}
