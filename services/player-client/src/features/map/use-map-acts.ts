import { useMemo } from 'react';
import { useCommands } from '../../app/commands.ts';
import { useText } from '../../app/text.ts';
import type { Objective } from '../../courses/course-store.ts';
import { courseStore, destinationOf } from '../../courses/course-store.ts';
import { sectorIdOf } from '../../sectors/chart-model.ts';
import { useMarkActs } from '../../sectors/use-mark-acts.ts';
import { flyCourse, stopFlight } from './flight.ts';
import { mapCamera } from './map-camera.ts';
import { useMapStore } from './map-store.ts';
import type { GameMap } from './use-map.ts';
import type { FoundSector } from './use-map-search.ts';

/** As many as one course takes. */
const MOST_WAYPOINTS = 8;

export type MapActs = ReturnType<typeof useMapActs>;

/** What a person can do on the map; keys, buttons, list and chart all come here. */
export function useMapActs(map: GameMap) {
  const t = useText();
  const { navigation } = useCommands();
  const { services, model, me, selected, selectedId, marks, course, state } = map;
  const markActs = useMarkActs();
  return useMemo(() => {
    const { select } = useMapStore.getState();
    const placeOf = (row: number) => ({ x: model?.x[row] ?? 0, y: model?.y[row] ?? 0 });
    const print = (ok: boolean, text: string) => services.print(ok ? 'info' : 'warning', 'movement', text);

    const plotTo = async (
      id: number,
      { objective, via = [] }: { readonly objective?: Objective; readonly via?: readonly number[] } = {},
    ): Promise<boolean> => {
      const { ok, text } = await navigation.plot(id, objective ?? course?.objective ?? 'turns', [], via);
      print(ok, text);
      return ok;
    };
    /** The same course again, after something on its way has changed. */
    const replot = (change: { readonly objective?: Objective; readonly via?: readonly number[] }) => {
      const { course: now } = courseStore.getState();
      const end = destinationOf(now)?.to;
      if (now !== null && end !== undefined) void plotTo(end, { via: now.via, ...change });
    };
    const acts = {
      selectRow: (row: number | null) => {
        if (model === null) return;
        select(row === null ? null : model.numberAt(row));
      },
      /** Selects and makes sure it is on screen. */
      goToRow: (row: number) => {
        acts.selectRow(row);
        mapCamera.reveal(placeOf(row));
      },
      showRow: (row: number) => {
        acts.selectRow(row);
        mapCamera.centre(placeOf(row));
      },
      /** Selects what was found, in whatever region it is. */
      goToFound: ({ number, regionName }: FoundSector) => {
        const row = regionName === model?.chart.region.name ? model.rowOf(number) : null;
        if (row !== null) {
          acts.goToRow(row);
          return;
        }
        useMapStore.getState().showRegion(regionName === map.sector?.regionName ? null : regionName);
        select(number);
      },
      plotRow: (row: number) => {
        if (model === null || row === me) return;
        acts.selectRow(row);
        void plotTo(sectorIdOf(model.chart, model.numberAt(row)));
      },
      plotSelected: () => {
        if (selected !== null) acts.plotRow(selected);
      },
      /** Takes the other of the two ways there. */
      chooseRoute: (objective: Objective) => replot({ objective }),
      /** Plots over the sectors an address names. */
      plotStops: (stops: readonly number[]) => {
        if (model === null) return;
        const ids = stops.map((number) => sectorIdOf(model.chart, number));
        const end = ids.at(-1);
        if (end !== undefined) void plotTo(end, { via: ids.slice(0, -1) });
      },
      /** Adds the selected sector as the last stop before the end, or takes it off again. */
      toggleWaypoint: () => {
        if (selectedId === null || selected === null || selected === me) return;
        if (course === null) {
          acts.plotRow(selected);
          return;
        }
        if (destinationOf(course)?.to === selectedId) return;
        const isStop = course.via.includes(selectedId);
        if (!isStop && course.via.length >= MOST_WAYPOINTS) {
          print(false, t('map:waypoints_full', { max: MOST_WAYPOINTS }));
          return;
        }
        replot({
          via: isStop ? course.via.filter((id) => id !== selectedId) : [...course.via, selectedId],
        });
      },
      avoidSelected: async () => {
        if (selectedId === null || selected === me) return;
        const done = await markActs.setAvoid(selectedId, !marks.avoid.includes(selectedId));
        if (done) replot({});
      },
      saveBookmark: markActs.saveBookmark,
      removeBookmark: markActs.removeBookmark,
      saveNote: markActs.saveNote,
      engage: async () => {
        const stationId = state?.location?.state === 'docked' ? state.location.stationId : null;
        if (stationId !== null) {
          const outcome = await navigation.undock(stationId);
          if (outcome?.ok !== true) return;
        }
        select(null);
        // Another tab may have plotted something else since: what is on this chart is what is flown.
        const { course: wanted } = courseStore.getState();
        const end = destinationOf(wanted)?.to;
        if (wanted === null || end === undefined) return;
        const plotted = await navigation.plot(end, wanted.objective, [], wanted.via);
        if (!plotted.ok) {
          print(false, plotted.text);
          return;
        }
        await flyCourse(navigation);
      },
      stop: stopFlight,
      clear: () => print(true, navigation.clear().text),
      centreOnMe: () => {
        useMapStore.getState().showRegion(null);
        if (me !== null) mapCamera.centre(placeOf(me));
      },
    };
    return acts;
  }, [services, navigation, model, me, selected, selectedId, marks, markActs, course, state, t, map.sector]);
}
