import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { sectorNumberOf } from '../../sectors/chart-model.ts';
import { readAddress, writeAddress } from './map-address.ts';
import { useMapStore } from './map-store.ts';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

/**
 * The address names what the map shows: it is taken over when somebody comes by it, and kept up to date
 * while he looks around, without a step back for each.
 */
export function useMapAddress(map: GameMap, acts: MapActs): void {
  const [params, setParams] = useSearchParams();
  const written = useRef<string | null>(null);
  /** The course an address asks for, until the chart is there to plot it on. */
  const wanted = useRef<readonly number[] | null>(null);
  const here = map.sector?.regionName;
  const query = params.toString();

  useEffect(() => {
    if (query === written.current) return;
    const { mode, region, sel, overlay, commodity, route } = readAddress(new URLSearchParams(query));
    const store = useMapStore.getState();
    if (region !== undefined) store.showRegion(region === here ? null : region);
    if (sel !== undefined) store.select(sel);
    if (mode !== undefined) store.setMode(mode);
    if (overlay !== undefined) store.setOverlay(overlay);
    if (commodity !== undefined) store.setCommodity(commodity);
    if (route !== undefined) wanted.current = route;
    written.current = query;
  }, [query, here]);

  const { model, course, me, mode, overlay, commodity, regionName } = map;
  useEffect(() => {
    const stops = wanted.current;
    if (stops === null || model === null || me === null) return;
    wanted.current = null;
    const ids = course === null ? [] : [...course.via, course.hops.at(-1)?.to ?? 0];
    const isThere = ids.map((id) => sectorNumberOf(model.chart, id)).join() === stops.join();
    if (!isThere) acts.plotStops(stops);
  }, [model, me, course, acts]);

  const selected = useMapStore((store) => store.selected);
  const region = useMapStore((store) => store.region);
  useEffect(() => {
    if (model === null || wanted.current !== null || written.current === null) return;
    const end = course?.hops.at(-1);
    const isHere = end?.regionName === regionName;
    const stops = end === undefined || !isHere ? [] : [...(course?.via ?? []), end.to];
    const next = writeAddress({
      mode,
      overlay,
      commodity,
      ...(region === null ? {} : { region }),
      ...(selected === null ? {} : { sel: selected }),
      route: stops.map((id) => sectorNumberOf(model.chart, id)),
    });
    if (next.toString() === written.current) return;
    written.current = next.toString();
    setParams(next, { replace: true, preventScrollReset: true });
  }, [model, course, regionName, mode, overlay, commodity, region, selected, setParams]);
}
