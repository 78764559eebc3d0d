import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Deps } from '../../deps.ts';
import { findActivePlayers } from '../markets/index.ts';
import { findActiveShip } from '../player/index.ts';

type Galaxy = ReplyOf<(typeof PLAYER_ENDPOINTS)['getGalaxy']>;

/** The regions of the galaxy, how they are linked, and where the player is. */
export const readGalaxy = async (deps: Deps, playerId: string): Promise<Galaxy> => {
  const atlas = deps.atlas();
  const [[ship], counted] = await Promise.all([
    findActiveShip(deps.db.sql, playerId),
    findActivePlayers(deps.db.sql),
  ]);
  const active = new Map(counted.map(({ name, activePlayers }) => [name, activePlayers]));
  const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
  return {
    regions: atlas.regions.map((region) => ({
      code: region.code,
      kind: region.kind,
      name: region.name,
      title: region.title,
      owner: null,
      mapX: region.mapX,
      mapY: region.mapY,
      mapZ: region.mapZ,
      sectorCount: region.sectorCount,
      activePlayers: active.get(region.name) ?? 0,
      status: region.status,
      link:
        region.gatewaySectorId === null || region.nexusSectorId === null
          ? null
          : { gateway: region.gatewaySectorId, nexus: region.nexusSectorId },
    })),
    you: here === undefined ? null : { region: here.region.name, sector: here.id },
  };
};
