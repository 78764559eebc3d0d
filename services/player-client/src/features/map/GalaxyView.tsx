import type { ReactElement } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { GalaxyScene } from '../../scene/galaxy/GalaxyScene.tsx';
import type { GalaxyTheme } from '../../scene/galaxy/galaxy-types.ts';
import type { Orbit } from '../../scene/galaxy/orbit.ts';
import { projectorOf, unitsPerPixel } from '../../scene/galaxy/orbit.ts';
import { useElementSize } from '../../scene/use-element-size.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import type { ChartPalette } from './chart-palette.ts';
import { chartShapeOf } from './chart-scene.ts';
import { spaceSurface } from './chart-surface.ts';
import { drawClusters } from './draw-clusters.ts';
import { drawLabels } from './draw-labels.ts';
import { drawMarks } from './draw-marks.ts';
import { galaxyChartOf } from './galaxy-chart.ts';
import styles from './MapPage.module.css';
import { aimOrbit, orbitStore, revealOrbit } from './orbit-store.ts';
import { TONES } from './overlay-looks.ts';
import { pickProjected } from './pick-projected.ts';
import { useChartGestures } from './use-chart-gestures.ts';
import { useChartGround } from './use-chart-ground.ts';
import type { ShownMap } from './use-chart-marks.ts';
import { useChartMarks } from './use-chart-marks.ts';
import { useChartPalette } from './use-chart-palette.ts';
import type { MapActs } from './use-map-acts.ts';
import { COAST, LIGHT_STEPS } from './zone-field.ts';

const MOST_DENSITY = 2;
const COAST_OF_LAND = { coast: COAST, steps: LIGHT_STEPS };
const OFF = { x: -1e4, y: -1e4 };

export interface GalaxyViewProps {
  readonly map: ShownMap;
  readonly model: ChartModel;
  readonly acts: Pick<MapActs, 'selectRow' | 'plotRow'>;
  readonly onGiveUp: () => void;
  /** Told after each frame how many calls it took, and what it took of the page in milliseconds. */
  readonly onDrawn?: (frame: { readonly calls: number; readonly spentMs: number }) => void;
}

const SOURCE = {
  get: () => orbitStore.getState().orbit,
  subscribe: (changed: () => void) => orbitStore.subscribe(changed),
};

/** The chart in space, with labels and marks on a canvas above. Same store, same selection, same keys. */
export function GalaxyView({ map, model, acts, onGiveUp, onDrawn }: GalaxyViewProps): ReactElement {
  const field = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const shipAt = useRef<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const size = useElementSize(field);
  const palette = useChartPalette(field);
  const shape = chartShapeOf(model);
  const ground = useChartGround(shape);
  const marks = useChartMarks(map, model, hovered);
  const { me, regionName } = map;
  const chart = useMemo(() => (palette === null ? null : galaxyChartOf(shape, palette)), [shape, palette]);
  const theme = useMemo(() => (palette === null ? null : themeOf(palette)), [palette]);
  const route = useMemo(() => marks.course.map(({ row }) => row), [marks.course]);
  const projected = useMemo(
    () => ({
      x: new Float32Array(model.count),
      y: new Float32Array(model.count),
      depth: new Float32Array(model.count),
    }),
    [model],
  );

  useEffect(() => {
    if (size.width === 0) return;
    const home = me === null ? null : { x: model.x[me] ?? 0, y: model.y[me] ?? 0 };
    aimOrbit(regionName, shape, size, home);
    // The chart follows the ship, but not somebody who looks around elsewhere.
    if (home !== null && shipAt.current !== null && shipAt.current !== me) revealOrbit(home);
    shipAt.current = me;
  }, [regionName, shape, size, model, me]);

  const drawOverlay = useCallback(
    (orbit: Orbit) => {
      const canvas = overlay.current;
      const context = canvas?.getContext('2d');
      if (canvas == null || context == null || palette === null || chart === null) return;
      const density = Math.min(MOST_DENSITY, devicePixelRatio || 1);
      const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      const project = projectorOf(orbit, size);
      for (let row = 0; row < chart.count; row += 1) {
        const at = project(chart.x[row] ?? 0, chart.y[row] ?? 0, chart.z[row] ?? 0);
        projected.x[row] = at?.x ?? Number.NaN;
        projected.y[row] = at?.y ?? Number.NaN;
        projected.depth[row] = at?.depth ?? -1;
      }
      const place = (row: number) =>
        (projected.depth[row] ?? -1) < 0 ? OFF : { x: projected.x[row] ?? 0, y: projected.y[row] ?? 0 };
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      const view = { x: orbit.x, y: orbit.y, scale: 1 / unitsPerPixel(orbit, size) };
      const layer = { context, view, size, palette, density };
      const lanePx = shape.spacing * view.scale;
      const tools = { x: size.width - 64, y: 0, width: 64, height: 320 };
      const taken = [tools, ...drawMarks(layer, marks, place), ...drawClusters(layer, model, lanePx, place)];
      drawLabels(layer, shape, marks, { place, lanePx, taken });
    },
    [palette, chart, size, shape, model, marks, projected],
  );

  const surface = useMemo(
    () => spaceSurface((pixel, reachPx) => pickProjected(projected, pixel, reachPx)),
    [projected],
  );
  useChartGestures(field, { surface, onSelect: acts.selectRow, onPlot: acts.plotRow, onHover: setHovered });

  return (
    <div
      ref={field}
      className={styles.field}
      data-over={hovered !== null || undefined}
      data-scene="galaxy"
      aria-hidden="true"
    >
      {chart !== null && theme !== null && size.width > 0 && map.looks !== null && (
        <GalaxyScene
          className={styles.space}
          chart={chart}
          looks={map.looks}
          field={ground?.field ?? null}
          coast={COAST_OF_LAND}
          route={route}
          theme={theme}
          frame={size}
          orbit={SOURCE}
          onFrame={drawOverlay}
          onGiveUp={onGiveUp}
          {...(onDrawn === undefined ? {} : { onDrawn })}
        />
      )}
      <canvas ref={overlay} className={styles.canvas} />
    </div>
  );
}

function themeOf(palette: ChartPalette): GalaxyTheme {
  return {
    tones: TONES.map((tone) => palette[tone]),
    zones: palette.zones,
    ground: palette['bg-0'],
    land: palette['bg-1'],
    coast: palette['line-control'],
    lane: palette.isFlat ? palette['text-lo'] : palette.lane,
    tunnel: palette.violet,
    route: palette.accent,
    star: palette['text-mid'],
    isLight: palette.isLight,
    isFlat: palette.isFlat,
  };
}
