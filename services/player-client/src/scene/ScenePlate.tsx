import type { ReactElement } from 'react';
import { useId } from 'react';
import { PlateBodies } from './PlateBodies.tsx';
import { PlateStation } from './PlateStation.tsx';
import { beltPath, starPath } from './plate-figures.ts';
import styles from './ScenePlate.module.css';
import type { SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { toPixels } from './scene-frame.ts';
import { sceneRandom } from './scene-random.ts';
import type { SceneView } from './scene-types.ts';

export interface ScenePlateProps {
  readonly view: SceneView;
  readonly composition: SceneComposition;
  readonly frame: Frame;
}

/** Stars to 10,000 square pixels, by sector type. */
const STAR_DENSITY: Readonly<Record<string, number>> = { void: 1, star_cluster: 20 };
const USUAL_DENSITY = 9;

/** The same place as the scene, drawn once without WebGL: light, body, station, sky. */
export function ScenePlate({ view, composition, frame }: ScenePlateProps): ReactElement {
  const { width, height } = frame;
  const id = useId();
  const random = sceneRandom(view.sectorId);
  const count = Math.round(((width * height) / 10_000) * (STAR_DENSITY[view.type] ?? USUAL_DENSITY));
  const sun = toPixels(composition.sun, frame);
  return (
    <svg className={styles.plate} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <radialGradient id={`${id}-halo`}>
          <stop className={styles.halo} offset="0" stopOpacity="0.6" />
          <stop className={styles.halo} offset="0.08" stopOpacity="0.3" />
          <stop className={styles.halo} offset="0.22" stopOpacity="0.12" />
          <stop className={styles.halo} offset="0.5" stopOpacity="0.035" />
          <stop className={styles.halo} offset="1" stopOpacity="0" />
        </radialGradient>
      </defs>
      <path
        className={styles.stars}
        strokeWidth="1"
        opacity="0.4"
        d={starPath(random, count, width, height)}
      />
      <path
        className={styles.stars}
        strokeWidth="1.6"
        opacity="0.7"
        d={starPath(random, count / 6, width, height)}
      />
      <path className={styles.stars} strokeWidth="2.4" d={starPath(random, count / 40, width, height)} />
      {view.type === 'nebula' && <NebulaClouds view={view} frame={frame} id={id} />}
      {composition.hole === null && (
        <>
          <circle cx={sun.x} cy={sun.y} r={height * 0.3} fill={`url(#${id}-halo)`} />
          <circle className={styles.sun} cx={sun.x} cy={sun.y} r={sun.radius} />
        </>
      )}
      <PlateBodies view={view} composition={composition} frame={frame} />
      {view.type === 'asteroid_field' && (
        <path className={styles.rock} strokeWidth="0.75" d={beltPath(random, 90, width, height)} />
      )}
      {composition.station !== null && <PlateStation station={composition.station} frame={frame} />}
    </svg>
  );
}

interface NebulaCloudsProps {
  readonly view: SceneView;
  readonly frame: Frame;
  readonly id: string;
}

function NebulaClouds({ view, frame, id }: NebulaCloudsProps): ReactElement {
  const random = sceneRandom(view.sectorId + 1);
  const clouds = Array.from({ length: 7 }, (_, cloud) => ({
    cloud,
    x: random() * frame.width,
    y: random() * frame.height,
    rx: frame.height * (0.35 + random() * 0.5),
    ry: frame.height * (0.2 + random() * 0.3),
    turn: Math.round(random() * 90 - 45),
  }));
  return (
    <g className={styles[view.nebula?.kind ?? 'azure'] ?? styles['azure']}>
      <radialGradient id={`${id}-cloud`}>
        <stop className={styles.cloud} offset="0" stopOpacity="0.75" />
        <stop className={styles.cloud} offset="1" stopOpacity="0" />
      </radialGradient>
      {clouds.map(({ cloud, x, y, rx, ry, turn }) => (
        <ellipse
          key={cloud}
          cx={x}
          cy={y}
          rx={rx}
          ry={ry}
          transform={`rotate(${turn} ${x} ${y})`}
          fill={`url(#${id}-cloud)`}
        />
      ))}
    </g>
  );
}
