import type { SceneView, SceneWarp } from '../scene-types.ts';

/** A lane to sector 188; a test names what matters to it. */
export function buildWarp(overrides: Partial<SceneWarp> = {}): SceneWarp {
  return {
    id: 'w188',
    key: '1',
    number: 188,
    name: 'Tessaly Yard',
    kind: 'lane',
    bearingDeg: 285,
    turns: 3,
    isVisited: true,
    isOneWay: false,
    ...overrides,
  };
}

/** Sector 217 with one of everything. */
export function buildSceneView(overrides: Partial<SceneView> = {}): SceneView {
  return {
    sectorId: 217,
    sectorNumber: 217,
    name: 'Halden Reach',
    type: 'standard',
    hazard: 1,
    zone: 'border',
    planets: [{ id: 'p1', name: 'Vesta II', type: 'terran', size: 5, note: 'unclaimed' }],
    stations: [
      { id: 's1', name: 'Halden Exchange', stationClass: 7, facility: 'none', note: 'Resource Exchange' },
    ],
    contacts: [{ id: 'c1', name: 'Mara_K', shipType: 'scout_ship' }],
    warps: [buildWarp()],
    ...overrides,
  };
}
