import type { ReactElement } from 'react';
import styles from './ScenePlate.module.css';
import type { StationBody } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { toPixels } from './scene-frame.ts';

interface PlateStationProps {
  readonly station: StationBody;
  readonly frame: Frame;
}

/** The station as a line drawing on a 200 grid: spine, wheel with lit windows, radiators. */
export function PlateStation({ station, frame }: PlateStationProps): ReactElement {
  const { x, y, radius } = toPixels(station, frame);
  const tilt = (station.tilt * 180) / Math.PI;
  return (
    <g transform={`translate(${x} ${y}) rotate(${Math.round(tilt)}) scale(${radius / 100})`}>
      <path className={styles.panels} d="M-62 44h46v22h-46zM16 44h46v22H16z" />
      <path className={styles.hullLine} strokeWidth="2" d="M-16 55h32" />
      <path className={styles.hullLine} strokeWidth="8" d="M-68 0A68 34 0 0 1 68 0" opacity="0.55" />
      <path
        className={styles.hull}
        d="M-5-84H5V88H-5zM-11-62h22v20h-22zM-15-8h30V8h-30zM-9 34H9v22H-9zM-1-112h2v30h-2z"
      />
      <path
        className={styles.hullLine}
        strokeWidth="3"
        d="M-66 0H66M-34-28 34 28M34-28-34 28"
        opacity="0.8"
      />
      <path className={styles.hullLine} strokeWidth="10" d="M-68 0A68 34 0 0 0 68 0" />
      <path
        className={styles.windows}
        strokeWidth="2"
        strokeDasharray="2 5 1 6"
        d="M-66 6A68 34 0 0 0 66 6"
      />
      {station.rings > 1 && (
        <path className={styles.hullLine} strokeWidth="7" d="M-44 26A44 22 0 0 0 44 26A44 22 0 0 0-44 26z" />
      )}
    </g>
  );
}
