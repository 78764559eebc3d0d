import { PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './StationHead.module.css';
import type { WayThereProps } from './WayThere.tsx';
import { WayThere } from './WayThere.tsx';

export interface NotDockedProps extends WayThereProps {
  /** What is open to those docked there only. */
  readonly text: string;
}

/** A venue that is open to those docked at its station: what it is, and the way there. */
export function NotDocked({ text, station }: NotDockedProps): ReactElement {
  return (
    <div className={styles.away}>
      <PanelNotice state={{ kind: 'empty', text }} />
      <WayThere station={station} />
    </div>
  );
}
