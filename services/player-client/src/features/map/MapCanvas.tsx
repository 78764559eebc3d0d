import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useElementSize } from '../../scene/use-element-size.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { aimCamera, cameraStore, revealPlace } from './chart-camera.ts';
import type { ChartRenderer } from './chart-renderer.ts';
import { createChartRenderer } from './chart-renderer.ts';
import { chartShapeOf } from './chart-scene.ts';
import { FLAT_SURFACE } from './chart-surface.ts';
import styles from './MapPage.module.css';
import { useChartGestures } from './use-chart-gestures.ts';
import { useChartGround } from './use-chart-ground.ts';
import type { ShownMap } from './use-chart-marks.ts';
import { useChartMarks } from './use-chart-marks.ts';
import { useChartPalette } from './use-chart-palette.ts';
import type { MapActs } from './use-map-acts.ts';

export interface MapCanvasProps {
  readonly map: ShownMap;
  readonly model: ChartModel;
  readonly acts: Pick<MapActs, 'selectRow' | 'plotRow'>;
  /** Pixels at the bottom that the sheet of a phone covers. */
  readonly covered: number;
  /** Told of every frame what its drawing took of the page, in milliseconds. */
  readonly onFrame?: (spentMs: number) => void;
}

/** The drawn chart. Hidden from screen readers: the list says the same and does the same. */
export function MapCanvas({ map, model, acts, covered, onFrame }: MapCanvasProps): ReactElement {
  const field = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<ChartRenderer | null>(null);
  const shipAt = useRef<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const size = useElementSize(field);
  const palette = useChartPalette(field);
  const shape = chartShapeOf(model);
  const told = useRef(onFrame);
  useEffect(() => {
    told.current = onFrame;
  });
  const ground = useChartGround(shape);
  const { me, regionName } = map;
  const marks = useChartMarks(map, model, hovered);

  useEffect(() => {
    if (size.width === 0) return;
    const home = me === null ? null : { x: model.x[me] ?? 0, y: model.y[me] ?? 0 };
    aimCamera(regionName, shape, size, covered, home);
    // The chart follows the ship, but not somebody who looks around elsewhere.
    if (home !== null && shipAt.current !== null && shipAt.current !== me) revealPlace(home);
    shipAt.current = me;
  }, [regionName, shape, size, covered, model, me]);

  useEffect(() => {
    if (canvas.current === null) return;
    renderer.current = createChartRenderer(canvas.current, { onFrame: (ms) => told.current?.(ms) });
    return () => renderer.current?.stop();
  }, []);

  useEffect(() => {
    if (palette === null) return;
    const show = () => {
      const { view, region } = cameraStore.getState();
      if (view !== null && region === regionName)
        renderer.current?.show({ shape, ground, marks, palette, view, size });
    };
    show();
    return cameraStore.subscribe(show);
  }, [shape, ground, marks, palette, size, regionName]);

  useChartGestures(field, {
    surface: FLAT_SURFACE,
    onSelect: acts.selectRow,
    onPlot: acts.plotRow,
    onHover: setHovered,
  });

  return (
    <div ref={field} className={styles.field} data-over={hovered !== null || undefined} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
