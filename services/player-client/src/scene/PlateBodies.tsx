import type { ReactElement } from 'react';
import { useId } from 'react';
import styles from './ScenePlate.module.css';
import type { Disc, SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { toPixels } from './scene-frame.ts';
import type { SceneView } from './scene-types.ts';

interface PlateBodiesProps {
  readonly view: SceneView;
  readonly composition: SceneComposition;
  readonly frame: Frame;
}

/** The bodies of the plate: lit from the star's side, a rim on the large one, or a black hole. */
export function PlateBodies({ view, composition, frame }: PlateBodiesProps): ReactElement {
  const { planet, moons, hole, sun } = composition;
  return (
    <>
      {moons.map((moon, index) => (
        <PlateBody
          key={`${moon.x} ${moon.y}`}
          body={moon}
          type={view.planets[index + 1]?.type ?? 'barren'}
          sun={sun}
          frame={frame}
          hasRim={false}
        />
      ))}
      {planet !== null && (
        <PlateBody body={planet} type={view.planets[0]?.type ?? 'barren'} sun={sun} frame={frame} hasRim />
      )}
      {hole !== null && <PlateHole hole={hole} frame={frame} />}
    </>
  );
}

interface PlateBodyProps {
  readonly body: Disc;
  readonly type: string;
  readonly sun: Disc;
  readonly frame: Frame;
  readonly hasRim: boolean;
}

/** The rim of the large body: a bright line and the air above it, as shares of its radius. */
const RIM_LINES = [
  [0.012, 0.9],
  [0.03, 0.3],
  [0.07, 0.13],
  [0.14, 0.06],
] as const;

function PlateBody({ body, type, sun, frame, hasRim }: PlateBodyProps): ReactElement {
  const id = useId();
  const { x, y, radius } = toPixels(body, frame);
  const light = toPixels(sun, frame);
  const angle = Math.atan2(light.y - y, light.x - x);
  // Both gradients run from the limb that faces the star across to the dark one.
  const x1 = 0.5 + Math.cos(angle) * 0.5;
  const y1 = 0.5 + Math.sin(angle) * 0.5;
  const across = { x1, y1, x2: 1 - x1, y2: 1 - y1 };
  const scale = 2.4 / radius;
  const isBanded = type === 'gas_giant';
  return (
    <g className={styles[type] ?? styles['barren']}>
      <linearGradient id={`${id}-night`} {...across}>
        <stop className={styles.night} offset="0.08" stopOpacity="0" />
        <stop className={styles.night} offset="0.34" stopOpacity="0.35" />
        <stop className={styles.night} offset="0.6" />
      </linearGradient>
      <linearGradient id={`${id}-rim`} {...across}>
        <stop className={styles.air} offset="0" />
        <stop className={styles.air} offset="0.55" stopOpacity="0" />
      </linearGradient>
      <filter id={`${id}-ground`} x="0" y="0" width="1" height="1">
        <feTurbulence
          type="fractalNoise"
          baseFrequency={isBanded ? `${scale * 0.08} ${scale * 1.6}` : scale}
          numOctaves="5"
          seed={Math.round(Math.abs(body.x) * 997)}
        />
        <feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 9 -4.4" />
        <feComposite operator="in" in2="SourceGraphic" />
      </filter>
      <circle className={styles.ground} cx={x} cy={y} r={radius} />
      {hasRim && (
        <circle
          className={styles.ground}
          opacity="0.34"
          filter={`url(#${id}-ground)`}
          cx={x}
          cy={y}
          r={radius}
        />
      )}
      <circle cx={x} cy={y} r={radius} fill={`url(#${id}-night)`} />
      {hasRim &&
        RIM_LINES.map(([width, opacity]) => (
          <circle
            key={width}
            fill="none"
            stroke={`url(#${id}-rim)`}
            strokeWidth={Math.max(1, radius * width)}
            opacity={opacity}
            cx={x}
            cy={y}
            r={radius * (1 + width / 2)}
          />
        ))}
    </g>
  );
}

function PlateHole({ hole, frame }: { hole: Disc; frame: Frame }): ReactElement {
  const { x, y, radius } = toPixels(hole, frame);
  return (
    <g transform={`rotate(9 ${x} ${y})`}>
      <ellipse
        className={styles.disk}
        cx={x}
        cy={y}
        rx={radius * 2.9}
        ry={radius * 0.55}
        strokeWidth={radius * 0.5}
        opacity="0.3"
      />
      <circle className={styles.shadow} cx={x} cy={y} r={radius} />
      <circle
        className={styles.disk}
        cx={x}
        cy={y}
        r={radius * 1.05}
        strokeWidth={radius * 0.07}
        opacity="0.85"
      />
      <path
        className={styles.disk}
        d={`M${x - radius * 2.9} ${y}A${radius * 2.9} ${radius * 0.55} 0 0 0 ${x + radius * 2.9} ${y}`}
        strokeWidth={radius * 0.3}
        opacity="0.55"
      />
    </g>
  );
}
