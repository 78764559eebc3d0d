import { describe, expect, it } from 'vitest';
import { composeScene, SECTOR_KINDS } from './scene-composition.ts';
import { buildSceneView } from './testing/scene-view.ts';

const ASPECT = 1.8;
const ids = Array.from({ length: 200 }, (_, index) => index * 37 + 1);

describe('composeScene', () => {
  it('is the same picture for every visitor', () => {
    expect(composeScene(buildSceneView(), ASPECT)).toEqual(composeScene(buildSceneView(), ASPECT));
  });

  it('does not depend on who is there', () => {
    expect(composeScene(buildSceneView({ contacts: [], warps: [] }), ASPECT)).toEqual(
      composeScene(buildSceneView(), ASPECT),
    );
  });

  it('differs between sectors, about half of them mirrored', () => {
    const suns = ids.map((sectorId) => composeScene(buildSceneView({ sectorId }), ASPECT).sun.x);
    expect(new Set(suns).size).toBeGreaterThan(190);
    const mirrored = suns.filter((x) => x > 0).length;
    expect(mirrored).toBeGreaterThan(60);
    expect(mirrored).toBeLessThan(140);
  });

  it('lights the body from the other side and keeps station and body apart', () => {
    for (const sectorId of ids) {
      const { sun, planet, station } = composeScene(buildSceneView({ sectorId }), ASPECT);
      if (planet === null || station === null) throw new Error('both are in the view');
      expect(Math.sign(sun.x)).toBe(-Math.sign(planet.x));
      expect(Math.sign(station.x)).toBe(-Math.sign(planet.x));
      expect(Math.hypot(planet.x - station.x, planet.y - station.y)).toBeGreaterThan(
        planet.radius + station.radius,
      );
    }
  });

  it.each([0.8, 1.2, 1.8, 2.4])('keeps everything inside a window of aspect %s', (aspect) => {
    for (const sectorId of ids) {
      const { planet, station, sun } = composeScene(buildSceneView({ sectorId }), aspect);
      for (const disc of [planet, station, sun]) {
        if (disc === null) continue;
        expect(Math.abs(disc.x) + disc.radius).toBeLessThanOrEqual(aspect / 2 + 0.02);
        expect(Math.abs(disc.y) + disc.radius).toBeLessThanOrEqual(0.52);
      }
    }
  });

  it('crops the body on a strip', () => {
    const { planet } = composeScene(buildSceneView(), 3.5);
    expect(planet?.radius).toBeGreaterThan(0.7);
  });

  it('shows what the sector has', () => {
    const empty = composeScene(buildSceneView({ planets: [], stations: [] }), ASPECT);
    expect(empty.planet).toBeNull();
    expect(empty.station).toBeNull();
    const rich = composeScene(
      buildSceneView({
        planets: ['gas_giant', 'ice', 'desert'].map((type, index) => ({
          id: `p${index}`,
          name: type,
          type,
          size: 5,
        })),
      }),
      ASPECT,
    );
    expect(rich.planet?.surface.bands).toBe(1);
    expect(rich.moons).toHaveLength(3);
  });

  it('puts a hole where the body would be', () => {
    const { hole, planet } = composeScene(buildSceneView({ type: 'black_hole' }), ASPECT);
    expect(hole?.radius).toBeGreaterThan(0.05);
    expect(planet).toBeNull();
  });

  it('numbers the sector types as the shader does, unknown ones as standard', () => {
    expect(composeScene(buildSceneView({ type: 'void' }), ASPECT).kind).toBe(SECTOR_KINDS.indexOf('void'));
    expect(composeScene(buildSceneView({ type: 'rift' }), ASPECT).kind).toBe(0);
  });

  it('takes density and colour from the nebula', () => {
    const edge = composeScene(
      buildSceneView({ type: 'nebula', nebula: { kind: 'crimson', density: 40 } }),
      ASPECT,
    );
    expect(edge.density).toBe(0.4);
    expect(edge.nebula[0][0]).toBeGreaterThan(edge.nebula[0][2]);
  });
});
