import type { ServiceStation, ServiceVisit } from '../services/index.ts';

interface VisitOverrides extends Partial<Omit<ServiceVisit, 'station'>> {
  readonly station?: Partial<ServiceStation>;
}

/** A player docked at an unowned station that has every counter. */
export function buildVisit({ station, ...overrides }: VisitOverrides = {}): ServiceVisit {
  return {
    dockedStationId: 'station-a',
    wantedUntilMs: null,
    ...overrides,
    station: {
      id: 'station-a',
      status: 'operational',
      services: ['bank', 'warehouse', 'market_intelligence', 'refining_facility'],
      isOwned: false,
      isSanctuary: false,
      serviceBp: 10_000,
      warehouseBp: 10_000,
      ...station,
    },
  };
}
