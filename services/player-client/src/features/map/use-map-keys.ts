import { useRef } from 'react';
import { useCommands } from '../../app/commands.ts';
import type { KeyHandlers } from '../../keyboard/keyboard-store.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { mapCamera } from './map-camera.ts';
import { useMapStore } from './map-store.ts';
import { useMarkEditor } from './mark-editor-store.ts';
import type { Direction } from './step-selection.ts';
import { cycleWarp, rowTowards } from './step-selection.ts';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';
import { usePort } from './use-port.ts';

const PAN_PX = 90;

export interface MapKeyTargets {
  readonly openSearch: () => void;
  readonly openOverlays: () => void;
  readonly has3d: boolean;
}

/** The keys of the map. The arrows walk along warps; the brackets look around from one sector. */
export function useMapKeys(
  map: GameMap,
  acts: MapActs,
  { openSearch, openOverlays, has3d }: MapKeyTargets,
): void {
  const { navigation } = useCommands();
  const { model, selected, me, flight } = map;
  const port = usePort(map);
  const { setMode } = useMapStore.getState();
  const { open: openEditor } = useMarkEditor.getState();
  /** The sector whose warps are being cycled, until another way of selecting is used. */
  const hub = useRef<{ readonly row: number; readonly chosen: number } | null>(null);

  const towards = (direction: Direction) => () => {
    if (model === null) return;
    hub.current = null;
    const from = selected ?? me;
    const next = from === null ? null : rowTowards(model, from, direction);
    if (next !== null) acts.goToRow(next);
  };
  const cycle = (step: 1 | -1) => () => {
    const from = selected ?? me;
    if (model === null || from === null) return;
    const around = hub.current?.chosen === from ? hub.current : null;
    const row = around?.row ?? from;
    const chosen = cycleWarp(model, row, around?.chosen ?? null, step);
    if (chosen === null) return;
    hub.current = { row, chosen };
    acts.goToRow(chosen);
  };

  const handlers: KeyHandlers = {
    'map.up': towards('up'),
    'map.down': towards('down'),
    'map.left': towards('left'),
    'map.right': towards('right'),
    'map.pan_up': () => mapCamera.pan(0, PAN_PX),
    'map.pan_down': () => mapCamera.pan(0, -PAN_PX),
    'map.pan_left': () => mapCamera.pan(PAN_PX, 0),
    'map.pan_right': () => mapCamera.pan(-PAN_PX, 0),
    'map.next_warp': cycle(1),
    'map.previous_warp': cycle(-1),
    'map.zoom_in': () => mapCamera.zoom(1),
    'map.zoom_out': () => mapCamera.zoom(-1),
    'map.centre': acts.centreOnMe,
    'map.plot': acts.plotSelected,
    'map.search': openSearch,
    'map.overlay': openOverlays,
    'map.avoid': () => void acts.avoidSelected(),
    'map.waypoint': acts.toggleWaypoint,
    'map.bookmark': () => {
      if (map.selectedId !== null) openEditor(map.selectedId);
    },
    'map.mode_3d': () => {
      if (has3d) setMode('3d');
    },
    'map.mode_2d': () => setMode('2d'),
    'map.mode_list': () => setMode('list'),
    dock: port.enter,
    autopilot: () => (flight.isFlying ? acts.stop() : void acts.engage()),
    step: () => void navigation.step(),
  };
  if (flight.isFlying) handlers.back = acts.stop;
  useKeyLayer('map', handlers);
}
