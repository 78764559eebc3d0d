import type { ReactElement, ReactNode } from 'react';
import styles from './StationHead.module.css';
import type { StationVenuesProps } from './StationVenues.tsx';
import { StationVenues } from './StationVenues.tsx';

export interface StationHeadProps extends StationVenuesProps {
  /** Name of the station, as far as it is known yet. */
  readonly name: string | undefined;
  /** Where it is, or what of it is shown. */
  readonly note?: ReactNode;
}

/** The head of a venue: the station, and the way to its other venues. The heading has the id `station-name`. */
export function StationHead({ name, note, stationId, current }: StationHeadProps): ReactElement {
  return (
    <header className={styles.head}>
      <h1 id="station-name" tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      {note !== undefined && <p>{note}</p>}
      <StationVenues stationId={stationId} current={current} />
    </header>
  );
}
