import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import styles from './Reticle.module.css';

export interface ReticleProps {
  /** The key that takes this warp; empty beyond the tenth. */
  readonly hotkey: string;
  /** A long connection: diamond instead of circle. */
  readonly tunnel?: boolean;
  /** Never visited: dashed. */
  readonly unvisited?: boolean;
  /** A dangerous end: amber, with the word beside it. */
  readonly hazard?: boolean;
  readonly selected?: boolean;
}

const CROSS = 'M20 2v5M20 33v5M2 20h5M33 20h5';

/**
 * A warp, on the ring and on the map, with the key that takes it. Decoration of
 * a control whose text says number, name, hazard and cost.
 */
export function Reticle({
  hotkey,
  tunnel = false,
  unvisited = false,
  hazard = false,
  selected = false,
}: ReticleProps): ReactElement {
  const dashes = unvisited ? '3 3.8' : undefined;
  return (
    <span
      className={clsx(
        styles.reticle,
        unvisited && styles.unvisited,
        tunnel && styles.tunnel,
        hazard && styles.hazard,
        selected && styles.selected,
      )}
      aria-hidden="true"
    >
      <svg viewBox="0 0 40 40" aria-hidden="true">
        {tunnel ? (
          <>
            <path d="M20 5 35 20 20 35 5 20z" strokeDasharray={dashes} />
            <path d="M20 10.5 29.5 20 20 29.5 10.5 20z" opacity=".5" />
          </>
        ) : (
          <circle cx="20" cy="20" r="13" strokeDasharray={dashes} />
        )}
        <path d={CROSS} />
      </svg>
      <span className={styles.key}>{hotkey}</span>
    </span>
  );
}
