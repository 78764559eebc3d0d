import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { gameQueries, useCurrentSector, usePlayerState } from '../../app/game-queries.ts';
import { useReason } from '../../app/panel-states.ts';
import { courseStore } from '../../courses/course-store.ts';
import type { WarpRow } from '../../sectors/warp-list.ts';
import { warpRows } from '../../sectors/warp-list.ts';
import type { Selection } from './selection-store.ts';
import { useSelectionStore } from './selection-store.ts';

export type Cockpit = ReturnType<typeof useCockpit>;

/** Everything the cockpit shows and does, for the desktop and the phone alike. */
export function useCockpit() {
  const services = useGame();
  const { navigation } = useCommands();
  const stateQuery = usePlayerState();
  const sectorQuery = useCurrentSector();
  const running = useRunningAct();
  const reason = useReason();
  const course = useStore(courseStore, (store) => store.course);
  const { sectorId: chosenIn, selection: chosen, select } = useSelectionStore();
  const { data: chart } = useQuery({
    ...gameQueries.chart(services.api, sectorQuery.data?.regionName ?? ''),
    enabled: sectorQuery.data !== undefined,
  });

  const sector = sectorQuery.data;
  const state = stateQuery.data;
  const location = state?.location ?? null;
  const dockedAt = location?.state === 'docked' ? location.stationId : null;
  const warps = useMemo(() => (sector === undefined ? [] : warpRows(sector)), [sector]);

  // Where nothing is chosen, the cockpit is about the first station: what the ship most likely came for.
  const station = sector?.stations?.find(({ id }) => id === dockedAt) ?? sector?.stations?.[0];
  const fallback: Selection | null = station === undefined ? null : { kind: 'station', id: station.id };
  const selection = chosenIn === sector?.id && chosen !== null ? chosen : fallback;

  // The course panel and `N` need the chart; asking for it here warms the map as well.
  useEffect(() => {
    if (sector !== undefined) void services.queries.prefetchQuery(gameQueries.knownPrices(services.api));
  }, [sector, services]);

  const warpReason = (row: WarpRow): string | undefined => {
    const why = reason(row.move);
    if (why !== undefined || row.move !== null) return why;
    return row.option.blocked === null
      ? undefined
      : reason({ enabled: false, reason: row.option.blocked, reasonParams: {} });
  };

  return {
    services,
    stateQuery,
    sectorQuery,
    state,
    sector,
    chart,
    warps,
    course,
    dockedAt,
    selection,
    running,
    reason,
    warpReason,
    select: (next: Selection) => {
      if (sector !== undefined) select(sector.id, next);
    },
    take: (row: WarpRow | undefined) => {
      if (row !== undefined && warpReason(row) === undefined) void navigation.move(row.option);
    },
  };
}
