import type { AtlasSector, AtlasStation } from '../universe/index.ts';
import type { Knowledge } from './knowledge.ts';

/** The station of a sector as charts name it, in the shape `stationMark` of the contracts; null where none is known. */
export const presentKnownStation = (
  { id: sectorId, stations: [station] }: AtlasSector,
  knowledge: Pick<Knowledge, 'showsContents'>,
): Pick<AtlasStation, 'id' | 'name' | 'stationClass' | 'tradeCode'> | null => {
  if (station === undefined || !knowledge.showsContents(sectorId)) return null;
  const { id, name, stationClass, tradeCode } = station;
  return { id, name, stationClass, tradeCode };
};
