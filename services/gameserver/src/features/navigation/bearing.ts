import type { AtlasSector } from '../universe/index.ts';

const FULL_TURN = 360;

/** Direction of one sector seen from another in whole degrees, 0 = +x, 90 = +y; between regions by their places. */
export const bearingOf = (from: AtlasSector, to: AtlasSector): number => {
  const dx = to.region.mapX + to.x - (from.region.mapX + from.x);
  const dy = to.region.mapY + to.y - (from.region.mapY + from.y);
  const degrees = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
  return (degrees + FULL_TURN) % FULL_TURN;
};
