import { queryKeys } from '@sw/api-client';
import { useQuery } from '@tanstack/react-query';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import type { Fleet } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';

/** The ships of the player; undefined until they are there. */
export function useFleet(): Fleet | undefined {
  return useQuery(shipQueries.fleet(useGame().api)).data;
}

export interface FleetActs {
  /** Name of the act on its way, null when none is. */
  readonly running: string | null;
  /**
   * Sends one command and says how it ended, unless `done` leaves that to an event; its answer, or null when it was
   * refused or not begun.
   */
  act<T>(name: string, send: () => Promise<T>, done: (reply: T) => string | null): Promise<T | null>;
}

/** The commands on ships: one at a time, each told in one line, everything they change read anew. */
export function useFleetActs(): FleetActs {
  const services = useGame();
  const { acts, queries, clock, i18n } = services;
  const running = useRunningAct();
  return {
    running,
    act: async (name, send, done) => {
      const reply = await acts.run(name, async () => {
        try {
          const answer = await send();
          const text = done(answer);
          if (text !== null) services.print('good', 'system', text);
          return answer;
        } catch (error) {
          services.print('warning', 'system', refusalOf(i18n, error, clock.nowMs()).text);
          return null;
        }
      });
      const changed = [
        queryKeys.ships.all(),
        queryKeys.player.all(),
        queryKeys.station.all(),
        queryKeys.market.all(),
        queryKeys.sector.all(),
      ];
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })));
      return reply;
    },
  };
}
