import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { pick } from '../bot-names.ts';
import type { Pilot, Step, Strategy } from '../pilot.ts';
import { StarMemory } from './star-memory.ts';

type MoveOption = ReplyOf<typeof PLAYER_ENDPOINTS.listMoves>['moves'][number];

const VISITED = 3;
/** One in so many arrivals at a station ends with a look at its market. */
const DOCK_ONE_IN = 4;
const REST_MS = 30_000;

const isOpen = (move: MoveOption): boolean => move.affordable && move.blocked === null && move.toll === 0n;

/** Visits the nearest sector it has not been to, and docks now and then to look at prices. */
export const createExplorer = (): Strategy => {
  const memory = new StarMemory();
  let hasArrived = false;

  const visitStation = async (pilot: Pilot): Promise<Step | null> => {
    const sector = await pilot.api.getCurrentSector();
    const station = sector.stations?.find(({ status }) => status === 'operational');
    if (station === undefined) return null;
    await pilot.api.dock({ params: { id: station.id } });
    await pilot.api.getMarket({ params: { id: station.id } });
    return { deed: 'docked' };
  };

  const flyOn = async (pilot: Pilot): Promise<Step> => {
    const { sectorId, moves } = await pilot.api.listMoves();
    const open = moves.filter(isOpen);
    memory.see(
      sectorId,
      open.map(({ to }) => to),
      open.filter(({ level }) => level === VISITED).map(({ to }) => to),
    );
    if (open.length === 0) return { deed: 'rested', waitMs: REST_MS };
    const hop = memory.firstHopToUnvisited(sectorId);
    const chosen = open.find(({ to }) => to === hop) ?? pick(pilot.random, open);
    await pilot.api.move({
      body: { to: chosen.to, warpId: chosen.warpId, maxCost: chosen.cost, maxToll: 0n },
    });
    hasArrived = true;
    return { deed: 'moved' };
  };

  return {
    name: 'explorer',
    async step(pilot) {
      const { location } = await pilot.api.getPlayerState();
      if (location?.state === 'docked' && location.stationId !== null) {
        await pilot.api.undock({ params: { id: location.stationId } });
        return { deed: 'undocked' };
      }
      if (hasArrived && pilot.random.roll(DOCK_ONE_IN) === 0) {
        hasArrived = false;
        const visit = await visitStation(pilot);
        if (visit !== null) return visit;
      }
      return flyOn(pilot);
    },
  };
};
