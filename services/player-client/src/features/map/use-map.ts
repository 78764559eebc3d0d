import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useGame, useLink, useRunningAct } from '../../app/game-context.ts';
import { gameQueries, useCurrentSector, usePlayerState } from '../../app/game-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { courseStore } from '../../courses/course-store.ts';
import { chartModelOf, sectorIdOf } from '../../sectors/chart-model.ts';
import { mergeChart } from '../../sectors/merge-chart.ts';
import type { BookmarkMark } from './bookmark-mark.ts';
import { flightStore } from './flight.ts';
import { isPriced, useMapStore } from './map-store.ts';
import { looksOf } from './overlay-looks.ts';
import { placeMarks } from './place-marks.ts';
import { priceMarks } from './price-marks.ts';
import { useMarks } from './use-marks.ts';
import { useRoutes } from './use-routes.ts';

export type GameMap = ReturnType<typeof useMap>;

const PRICE_AGE_STEP_MS = 600_000;
const NO_BOOKMARKS: ReadonlyMap<number, BookmarkMark> = new Map();
const NO_ROWS: ReadonlySet<number> = new Set();

/** Everything the map shows, for chart, list and panels alike. */
export function useMap() {
  const services = useGame();
  const { api, queries } = services;
  const link = useLink();
  const running = useRunningAct();
  const state = usePlayerState().data;
  const sector = useCurrentSector().data;
  const { region, selected: selectedNumber, overlay, commodity, mode } = useMapStore();
  const marks = useMarks();
  const avoid = marks.avoid;
  const galaxy = useQuery(gameQueries.galaxy(api)).data;
  const course = useStore(courseStore, (store) => store.course);
  const flight = useStore(flightStore);
  const routes = useRoutes(course, flight.isFlying);

  const regionName = region ?? sector?.regionName ?? '';
  const chartQuery = useQuery({ ...gameQueries.chart(api, regionName), enabled: regionName !== '' });
  const chart = chartQuery.data;
  const model = chart === undefined ? null : chartModelOf(chart);
  const isHere = sector?.regionName === regionName;
  const me = isHere && model !== null ? model.rowOf(sector.number) : null;
  const selected = selectedNumber === null ? me : (model?.rowOf(selectedNumber) ?? null);
  const selectedId =
    model === null || selected === null ? null : sectorIdOf(model.chart, model.numberAt(selected));

  // Where nothing is pushed, an arrival asks for what it has uncovered.
  const version = chart?.version;
  const sectorId = sector?.id;
  useEffect(() => {
    if (link.kind === 'live' || version === undefined || sectorId === undefined) return;
    const { queryKey } = gameQueries.chart(api, regionName);
    api
      .getRegionChartDelta({ params: { regionName }, query: { since: version } })
      .then((rows) => {
        const known = queries.getQueryData(queryKey);
        if (known !== undefined && rows.version !== known.version)
          queries.setQueryData(queryKey, mergeChart(known, rows));
      })
      .catch(() => queries.invalidateQueries({ queryKey }));
  }, [link.kind, version, sectorId, regionName, api, queries]);

  const known = useQuery(gameQueries.knownPrices(api)).data;
  const nowMs = useNow(PRICE_AGE_STEP_MS);
  const prices = useMemo(
    () =>
      isPriced(overlay)
        ? priceMarks(known?.items ?? [], { regionName, commodity, side: overlay }, nowMs)
        : null,
    [overlay, commodity, known, regionName, nowMs],
  );
  const placed = useMemo(() => (model === null ? null : placeMarks(model, marks)), [model, marks]);
  const bookmarks = placed?.bookmarks ?? NO_BOOKMARKS;
  const looks = useMemo(
    () => (model === null ? null : looksOf(model, { overlay, prices, bookmarks, nowMs })),
    [model, overlay, prices, bookmarks, nowMs],
  );

  return {
    services,
    state,
    sector,
    galaxy,
    regionName,
    chartQuery,
    model,
    me,
    selected,
    selectedId,
    /** Whether the player chose it; else it is where the ship is. */
    isChosen: selectedNumber !== null && selected !== null,
    overlay,
    commodity,
    mode,
    prices,
    looks,
    marks,
    bookmarks,
    noted: placed?.noted ?? NO_ROWS,
    avoid,
    avoided: placed?.avoided ?? [],
    course,
    routes,
    flight,
    running,
    /** Name of the station a hop of this region leads to, as the chart has it. */
    stationOf: (hop: { readonly number: number; readonly regionName: string }): string | null => {
      const row = hop.regionName === regionName ? (model?.rowOf(hop.number) ?? null) : null;
      return row === null ? null : (model?.nameAt(row) ?? null);
    },
  };
}
