import type { ReactElement } from 'react';
import { DockButton } from '../../stations/DockButton.tsx';
import { MarketLink } from '../../stations/MarketLink.tsx';
import styles from './MapContext.module.css';
import type { GameMap } from './use-map.ts';
import { usePort } from './use-port.ts';

/** What follows where the ship has come to: docking, then the market. Nothing while a course is plotted. */
export function ArrivalAct({ map }: { readonly map: GameMap }): ReactElement | null {
  const { dockedAt, station } = usePort(map);
  if (map.course !== null || map.flight.isFlying) return null;
  if (dockedAt === null && station === undefined) return null;
  return (
    <div className={styles.acts}>
      {dockedAt !== null ? (
        <MarketLink stationId={dockedAt} />
      ) : (
        station !== undefined && <DockButton station={station} />
      )}
    </div>
  );
}
