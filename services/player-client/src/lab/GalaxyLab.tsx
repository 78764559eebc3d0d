import type { ReactElement } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fitCamera, panCamera, zoomCamera } from '../features/map/chart-camera.ts';
import { GalaxyView } from '../features/map/GalaxyView.tsx';
import { MapCanvas } from '../features/map/MapCanvas.tsx';
import { dragChart, turnChart, zoomChart } from '../features/map/orbit-store.ts';
import { looksOf } from '../features/map/overlay-looks.ts';
import { chartModelOf } from '../sectors/chart-model.ts';
import type { FrameTimes } from './frame-times.ts';
import { framesPass, frameTimes } from './frame-times.ts';
import { syntheticChart } from './synthetic-chart.ts';

/** What the lab found out; read from the page by whoever opened it. */
interface Findings {
  readonly sectors: number;
  readonly drawCalls: number;
  readonly flat: FrameTimes;
  readonly space: FrameTimes;
  /** A frame that only clears the canvas and puts a dot for each sector. */
  readonly floor: FrameTimes;
}

/** A machine without a graphics card draws each frame in space by hand: so many times fewer of them. */
const FEWER_IN_SPACE = 6;
const REST_FRAMES = 12;
const NO_BOOKMARKS = new Map<number, never>();
const NO_ROWS = new Set<number>();
const ACTS = { selectRow: () => undefined, plotRow: () => undefined };

/** Moves a chart as somebody does who looks around: nearer, along, away, and rests. */
async function lookAround(
  frames: number,
  zoom: (factor: number) => void,
  move: (dx: number, dy: number) => void,
): Promise<void> {
  for (const factor of [1.03, 1, 0.97]) {
    for (let frame = 0; frame < frames; frame += 1) {
      if (factor === 1) move(-7, 3);
      else zoom(factor);
      await framesPass(1);
    }
    await framesPass(Math.min(frames, REST_FRAMES));
  }
}

function drawFloor(canvas: HTMLCanvasElement, x: Float64Array, y: Float64Array): number {
  const context = canvas.getContext('2d');
  const startMs = performance.now();
  context?.clearRect(0, 0, canvas.width, canvas.height);
  for (let row = 0; row < x.length; row += 1)
    context?.fillRect((x[row] ?? 0) % canvas.width, (y[row] ?? 0) % canvas.height, 2, 2);
  return performance.now() - startMs;
}

export interface GalaxyLabProps {
  /** Sectors of the chart. */
  readonly count: number;
  /** Frames of each movement over the flat chart. */
  readonly frames: number;
}

/** Shows a chart of `count` sectors flat and in space, one after the other, and measures its frames. */
export function GalaxyLab({ count, frames }: GalaxyLabProps): ReactElement {
  const [stage, setStage] = useState<'flat' | 'space' | 'done'>('flat');
  const [findings, setFindings] = useState<Findings | null>(null);
  const spent = useRef({ flat: [] as number[], space: [] as number[], floor: [] as number[], calls: 0 });
  const floor = useRef<HTMLCanvasElement>(null);
  const model = useMemo(() => chartModelOf(syntheticChart(count)), [count]);
  const map = useMemo(
    () => ({
      overlay: 'trade' as const,
      looks: looksOf(model, { overlay: 'trade', prices: null, bookmarks: NO_BOOKMARKS, nowMs: 0 }),
      prices: null,
      me: 0,
      selected: 1,
      avoided: [],
      bookmarks: NO_BOOKMARKS,
      noted: NO_ROWS,
      course: null,
      regionName: 'lab',
    }),
    [model],
  );

  useEffect(() => {
    const { current } = spent;
    const measure = async () => {
      await framesPass(REST_FRAMES);
      if (stage === 'flat') {
        fitCamera();
        await framesPass(REST_FRAMES);
        current.flat = [];
        await lookAround(frames, zoomCamera, panCamera);
        for (let frame = 0; frame < frames && floor.current !== null; frame += 1) {
          current.floor.push(drawFloor(floor.current, model.x, model.y));
          await framesPass(1);
        }
        setStage('space');
        return;
      }
      while (current.calls === 0) await framesPass(1);
      current.space = [];
      await lookAround(Math.ceil(frames / FEWER_IN_SPACE), zoomChart, (dx, dy) => {
        dragChart(dx, dy);
        turnChart(2, 0);
      });
      setStage('done');
      setFindings({
        sectors: model.count,
        drawCalls: current.calls,
        flat: frameTimes(current.flat),
        space: frameTimes(current.space),
        floor: frameTimes(current.floor),
      });
    };
    if (stage !== 'done') void measure();
  }, [stage, model, frames]);

  return (
    <main style={{ width: '100vw', height: '100vh', display: 'flex' }}>
      {stage === 'flat' && (
        <MapCanvas
          map={map}
          model={model}
          acts={ACTS}
          covered={0}
          onFrame={(ms) => spent.current.flat.push(ms)}
        />
      )}
      {stage !== 'flat' && (
        <GalaxyView
          map={map}
          model={model}
          acts={ACTS}
          onGiveUp={() => setStage('done')}
          onDrawn={({ calls, spentMs }) => {
            spent.current.calls = Math.max(spent.current.calls, calls);
            spent.current.space.push(spentMs);
          }}
        />
      )}
      <canvas ref={floor} width={800} height={600} style={{ display: 'none' }} />
      {findings !== null && <output data-findings={JSON.stringify(findings)} />}
    </main>
  );
}
