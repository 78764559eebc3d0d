import type { PlanetSurface, Rgb, StarClass } from './scene-palettes.ts';
import { nebulaColours, planetSurface, starClass } from './scene-palettes.ts';
import { sceneRandom } from './scene-random.ts';
import type { SceneView } from './scene-types.ts';

/** Position in heights of the window from its centre, y upwards, and a radius in the same unit. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlanetBody extends Disc {
  readonly surface: PlanetSurface;
  /** Start of the rotation, radians. */
  readonly spin: number;
}

export interface Moon extends Disc {
  readonly tint: Rgb;
}

export interface StationBody extends Disc {
  /** Rings of the hull: one, two on a TradeDock. */
  readonly rings: number;
  /** Docking pods on the ring. */
  readonly pods: number;
  readonly tilt: number;
}

/** Order of the sector types in the shader. */
export const SECTOR_KINDS = [
  'standard',
  'nebula',
  'asteroid_field',
  'radiation_zone',
  'black_hole',
  'star_cluster',
  'void',
] as const;

/** The picture of a sector: what is where. The same for every visitor and every frame. */
export interface SceneComposition {
  readonly seed: number;
  /** Index in `SECTOR_KINDS`. */
  readonly kind: number;
  /** Nebula density, 0 to 1. */
  readonly density: number;
  readonly nebula: readonly [body: Rgb, edge: Rgb];
  readonly star: StarClass;
  readonly sun: Disc;
  readonly planet: PlanetBody | null;
  readonly moons: readonly Moon[];
  readonly station: StationBody | null;
  readonly hole: Disc | null;
}

/** At least this wide a window is a strip, such as the plate of a phone. */
const STRIP_ASPECT = 2.7;

/** The window the positions were drawn for. */
const FULL_ASPECT = 1.8;

/** Further bodies beside the large one: fractions of half the width, of the height, and a radius. */
const MOON_PLACES = [
  [0.6, 0.385, 0.027],
  [0.2, 0.3, 0.036],
  [-0.52, -0.29, 0.03],
] as const;

/** The same in a mirrored sector, clear of the name at the upper left. */
const MIRRORED_MOON_PLACES = [
  [-0.86, 0.24, 0.027],
  [-0.12, 0.33, 0.036],
  [0.52, -0.29, 0.03],
] as const;

/**
 * Arranges a sector for a window of this aspect. Sun and station keep to one
 * side, the large body to the other: it is lit from behind, and its rim is the
 * only saturated thing in the window. Half of all sectors are mirrored.
 */
export function composeScene(view: SceneView, aspect: number): SceneComposition {
  const random = sceneRandom(view.sectorId);
  const side = random() < 0.5 ? -1 : 1;
  const star = starClass(random());
  const jitter = (range: number) => (random() * 2 - 1) * range;
  const kinds: readonly string[] = SECTOR_KINDS;
  const kind = Math.max(0, kinds.indexOf(view.type));
  const isHole = view.type === 'black_hole';
  const place = aspect >= STRIP_ASPECT ? stripPlaces(aspect) : windowPlaces(aspect);

  const [first, ...others] = view.planets;
  const large: Disc = {
    x: side * (place.large.x + jitter(0.02)),
    y: place.large.y + jitter(0.02),
    radius: place.large.radius,
  };
  const spin = random() * Math.PI * 2;
  const sunJitter = [jitter(0.04), jitter(0.03)] as const;
  const tilt = 0.3 + jitter(0.16);
  const station = view.stations[0];

  return {
    seed: (view.sectorId % 4096) / 16,
    kind,
    density: view.nebula ? view.nebula.density / 100 : Number(view.type === 'nebula'),
    nebula: nebulaColours(view.nebula?.kind ?? 'azure'),
    star,
    sun: {
      x: side * (place.sun.x + sunJitter[0]),
      y: place.sun.y + sunJitter[1],
      radius: place.sun.radius * star.size * (view.type === 'radiation_zone' ? 1.5 : 1),
    },
    planet:
      first === undefined || isHole
        ? null
        : {
            ...large,
            radius: large.radius * (0.86 + Math.min(10, Math.max(1, first.size)) * 0.028),
            surface: planetSurface(first.type),
            spin,
          },
    moons: moonsOf(
      others.map((planet) => planet.type),
      first !== undefined,
      side,
      aspect,
    ),
    station:
      station === undefined
        ? null
        : {
            x: side * place.station.x,
            y: place.station.y,
            radius: place.station.radius * (station.facility === 'none' ? 1 : 1.08),
            rings: station.facility === 'tradedock' ? 2 : 1,
            pods: station.facility === 'spacedock' ? 9 : 6,
            tilt,
          },
    hole: isHole
      ? { x: side * place.large.x * 0.7, y: place.large.y * 0.4, radius: place.large.radius * 0.36 }
      : null,
  };
}

interface Places {
  readonly large: Disc;
  readonly sun: Disc;
  readonly station: Disc;
}

function windowPlaces(aspect: number): Places {
  const half = aspect / 2;
  const shrink = Math.min(1, aspect / FULL_ASPECT);
  return {
    large: { x: 0.4 * half, y: -0.09 * shrink, radius: 0.345 * shrink },
    sun: { x: -0.79 * half, y: 0.235, radius: 0.0125 },
    station: { x: -0.272 * half, y: 0.035, radius: 0.185 * shrink },
  };
}

/** A strip crops: the body rises from the corner, the station hangs beside it. */
function stripPlaces(aspect: number): Places {
  const half = aspect / 2;
  return {
    large: { x: 0.78 * half, y: -0.44, radius: 0.86 },
    sun: { x: -0.74 * half, y: 0.26, radius: 0.022 },
    station: { x: 0.17 * half, y: 0.04, radius: 0.44 },
  };
}

function moonsOf(types: readonly string[], hasLarge: boolean, side: number, aspect: number): readonly Moon[] {
  const rock: readonly string[] = hasLarge ? ['barren'] : [];
  const bodies = [...types, ...rock];
  const places = side > 0 ? MOON_PLACES : MIRRORED_MOON_PLACES;
  return places.slice(0, bodies.length).map(([x, y, radius], index) => ({
    x: x * (aspect / 2),
    y,
    radius: radius * (index < types.length ? 1.7 : 1),
    tint: planetSurface(bodies[index] ?? 'barren').soilLow,
  }));
}
