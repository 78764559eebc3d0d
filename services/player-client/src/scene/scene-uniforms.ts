import type { IUniform } from 'three';
import { Vector2, Vector3, Vector4 } from 'three';
import type { Disc, SceneComposition } from './scene-composition.ts';
import type { Rgb } from './scene-palettes.ts';
import { planetSurface } from './scene-palettes.ts';
import type { SceneTheme } from './use-scene-theme.ts';

/** Bodies beside the large one that the shader has room for. */
const MOONS = 3;

const NONE = new Vector3(0, 0, 0);

function vector(values: Rgb): Vector3 {
  return new Vector3(...values);
}

function disc(place: Disc | null): Vector3 {
  return place === null ? NONE : new Vector3(place.x, place.y, place.radius);
}

/** Values that change with the sector or the window's shape; names as in `uniforms.glsl`. */
export function compositionValues(composition: SceneComposition): Readonly<Record<string, unknown>> {
  const { planet, moons, station, star } = composition;
  const surface = planet?.surface ?? planetSurface('terran');
  const moonAt = (index: number) => moons[index] ?? null;
  return {
    uSeed: new Vector2((composition.seed * 7.13) % 1, (composition.seed * 3.71) % 1),
    uKind: composition.kind,
    uDensity: composition.density,
    uNebulaBody: vector(composition.nebula[0]),
    uNebulaEdge: vector(composition.nebula[1]),
    uSun: disc(composition.sun),
    uSunDisk: vector(star.disk),
    uSunGlow: vector(star.glow),
    uPlanet:
      planet === null ? new Vector4(0, 0, 0, 0) : new Vector4(planet.x, planet.y, planet.radius, planet.spin),
    uSeaDeep: vector(surface.seaDeep),
    uSeaShallow: vector(surface.seaShallow),
    uSoilLow: vector(surface.soilLow),
    uSoilHigh: vector(surface.soilHigh),
    uPeak: vector(surface.peak),
    uIce: vector(surface.ice),
    uAirTint: vector(surface.air),
    uSeaLevel: surface.seaLevel,
    uClouds: surface.clouds,
    uIceLine: surface.iceLine,
    uAir: surface.atmosphere,
    uBands: surface.bands,
    uLava: surface.lava,
    uMoons: Array.from({ length: MOONS }, (_, index) => disc(moonAt(index))),
    uMoonTints: Array.from({ length: MOONS }, (_, index) => vector(moonAt(index)?.tint ?? [0, 0, 0])),
    uStation: disc(station),
    uStationPose:
      station === null ? new Vector3(1, 6, 0) : new Vector3(station.rings, station.pods, station.tilt),
    uHole: disc(composition.hole),
  };
}

/** The theme's treatment of the finished picture. */
export function themeValues({ mode, ink }: SceneTheme): Readonly<Record<string, unknown>> {
  return { uMode: mode, uInk: new Vector3(...ink) };
}

/** A uniform for every value, and for those each frame writes itself. */
export function createUniforms(values: Readonly<Record<string, unknown>>): Record<string, IUniform> {
  const uniforms: Record<string, IUniform> = {
    uResolution: { value: new Vector2(1, 1) },
    uPixel: { value: 1 },
    uTime: { value: 0 },
    uArrive: { value: 0 },
    uDrift: { value: new Vector2(0, 0) },
  };
  for (const [name, value] of Object.entries(values)) uniforms[name] = { value };
  return uniforms;
}
