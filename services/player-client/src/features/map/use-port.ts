import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useReason } from '../../app/panel-states.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import type { Port } from '../../stations/DockButton.tsx';
import type { GameMap } from './use-map.ts';

export interface MapPort {
  /** The station one is docked at. */
  readonly dockedAt: string | null;
  /** The first station of the sector the ship is in, the one most likely come for. */
  readonly station: Port | undefined;
  /** Docks, or goes on into the market. */
  enter(): void;
}

/** The port the ship lies at. */
export function usePort({ state, sector }: Pick<GameMap, 'state' | 'sector'>): MapPort {
  const navigate = useNavigate();
  const { navigation } = useCommands();
  const reason = useReason();
  const dockedAt = state?.location?.state === 'docked' ? state.location.stationId : null;
  const station = sector?.stations?.[0];
  return {
    dockedAt,
    station,
    enter: () => {
      if (dockedAt !== null) void navigate(`/game/station/${dockedAt}`);
      else if (station !== undefined && reason(actionOf(station.actions, 'dock')) === undefined)
        void navigation.dock(station);
    },
  };
}
