import { useMemo } from 'react';
import { useCommands } from '../../app/commands.ts';
import type { Objective } from '../../courses/course-store.ts';
import { courseStore, setCourse } from '../../courses/course-store.ts';
import { sectorIdOf } from '../../sectors/chart-model.ts';
import { centreCamera, revealPlace } from './chart-camera.ts';
import { flyCourse, stopFlight } from './flight.ts';
import { useMapStore } from './map-store.ts';
import type { GameMap } from './use-map.ts';

export type MapActs = ReturnType<typeof useMapActs>;

/** What a person can do on the map; keys, buttons, list and chart all come here. */
export function useMapActs(map: GameMap) {
  const { navigation } = useCommands();
  const { services, model, me, selected, selectedId, avoid, course, routes, state, sector } = map;
  return useMemo(() => {
    const { select, toggleAvoid } = useMapStore.getState();
    const placeOf = (row: number) => ({ x: model?.x[row] ?? 0, y: model?.y[row] ?? 0 });
    const print = (ok: boolean, text: string) => services.print(ok ? 'info' : 'warning', 'movement', text);

    const plotTo = async (id: number, objective?: Objective, avoiding = avoid): Promise<void> => {
      const { ok, text } = await navigation.plot(id, objective ?? course?.objective ?? 'turns', [
        ...avoiding.filter((other) => other !== id),
      ]);
      print(ok, text);
    };
    const acts = {
      selectRow: (row: number | null) => {
        if (model === null) return;
        select(row === null ? null : model.numberAt(row));
      },
      /** Selects and makes sure it is on screen. */
      goToRow: (row: number) => {
        acts.selectRow(row);
        revealPlace(placeOf(row));
      },
      showRow: (row: number) => {
        acts.selectRow(row);
        centreCamera(placeOf(row));
      },
      plotRow: (row: number) => {
        if (model === null || row === me) return;
        acts.selectRow(row);
        void plotTo(sectorIdOf(model.chart, model.numberAt(row)));
      },
      plotSelected: () => {
        if (selected !== null) acts.plotRow(selected);
      },
      /** Takes the other of the two plotted routes. */
      chooseRoute: (objective: Objective) => {
        const route = routes?.[objective];
        if (route != null && sector !== undefined) setCourse(route, sector.id, objective);
      },
      avoidSelected: () => {
        if (selectedId === null || selected === me) return;
        const after = avoid.includes(selectedId)
          ? avoid.filter((id) => id !== selectedId)
          : [...avoid, selectedId];
        toggleAvoid(selectedId);
        const end = courseStore.getState().course?.hops.at(-1)?.to;
        if (end !== undefined) void plotTo(end, undefined, after);
      },
      engage: async () => {
        const stationId = state?.location?.state === 'docked' ? state.location.stationId : null;
        if (stationId !== null) {
          const outcome = await navigation.undock(stationId);
          if (outcome?.ok !== true) return;
        }
        select(null);
        // The autopilot flies the route plotted last; the comparison may have plotted another since.
        const { course: wanted } = courseStore.getState();
        const end = wanted?.hops.at(-1)?.to;
        if (wanted === null || end === undefined) return;
        const plotted = await navigation.plot(
          end,
          wanted.objective,
          avoid.filter((id) => id !== end),
        );
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
        if (me !== null) centreCamera(placeOf(me));
      },
    };
    return acts;
  }, [services, navigation, model, me, selected, selectedId, avoid, course, routes, state, sector]);
}
