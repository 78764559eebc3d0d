import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { runLine } from '../../command-line/run-line.ts';
import { courseStore } from '../../courses/course-store.ts';
import type { KeyHandlers } from '../../keyboard/keyboard-store.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import { scanNeighbours } from '../exploration/index.ts';
import { usePlotChain } from './FirstShipStrip.tsx';
import type { Cockpit } from './use-cockpit.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The single keys of the cockpit: those of flight, or those of a docked ship. */
export function useCockpitKeys(cockpit: Cockpit): void {
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const { services, sector, dockedAt, warps, take, reason, state } = cockpit;
  const last = useStore(courseStore, (store) => store.last);
  const station = sector?.stations?.[0];
  const chain = state?.chain ?? null;
  const plotChain = usePlotChain(chain, chain?.target.sectorId === sector?.id);

  const handlers: KeyHandlers = {
    repeat: () => {
      if (last !== null && last !== sector?.id)
        void navigation.plot(last).then((outcome) => {
          services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
        });
    },
    nearest: () => void runLine(services, 'near station', (path) => void navigate(path)),
    scan: () => void scanNeighbours(services),
    autopilot: () => void navigation.engage(),
    step: () => void navigation.step(),
    dock: () => {
      if (station !== undefined && reason(actionOf(station.actions, 'dock')) === undefined)
        void navigation.dock(station);
    },
    undock: () => {
      if (dockedAt !== null) void navigation.undock(dockedAt);
    },
    jobs: () => {
      if (dockedAt !== null) void navigate(`/game/station/${dockedAt}/jobs`);
    },
    jettison: () => void navigate('/game/ships/active/cargo'),
    market: () => {
      if (dockedAt !== null) void navigate(`/game/station/${dockedAt}`);
    },
    services: () => {
      if (dockedAt !== null) void navigate(`/game/station/${dockedAt}/services`);
    },
  };
  if (plotChain !== null) handlers.plot_chain = plotChain;
  if (dockedAt === null)
    for (const number of NUMBERS) handlers[`warp.${number}`] = () => take(warps[number - 1]);
  useKeyLayer(dockedAt === null ? 'flight' : 'docked', handlers);
}
