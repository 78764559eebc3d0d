import type { Atlas, NearStation } from '../universe/index.ts';
import { nearestStation } from '../universe/index.ts';

/** The nearest ship dealer of the region. */
export const nearestDealer = (atlas: Atlas, fromSectorId: number): NearStation | null =>
  nearestStation(atlas, fromSectorId, ({ services }) => services.includes('ship_dealer'));
