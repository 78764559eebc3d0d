import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { useReason } from '../../app/panel-states.ts';
import { useLinkInterval } from '../../app/use-link-interval.ts';
import type { ContractCommands } from './contract-commands.ts';
import { createContractCommands } from './contract-commands.ts';

/** The open jobs of the player; asked for regularly while nothing is pushed. */
export function useMyContracts() {
  const { api } = useGame();
  return useQuery({ ...gameQueries.myContracts(api), refetchInterval: useLinkInterval() });
}

export interface JobActs {
  readonly commands: ContractCommands;
  readonly running: string | null;
  readonly reason: ReturnType<typeof useReason>;
  /** Draws a course to a place of a job and opens the map. */
  plot(sectorId: number): void;
}

/** What a player does about jobs, for every screen that shows one. */
export function useJobActs(): JobActs {
  const services = useGame();
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const running = useRunningAct();
  const reason = useReason();
  const commands = useMemo(() => createContractCommands(services), [services]);
  return {
    commands,
    running,
    reason,
    plot: (sectorId) => {
      void navigation.plot(sectorId).then((outcome) => {
        services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
        if (outcome.ok) void navigate('/game/map');
      });
    },
  };
}
