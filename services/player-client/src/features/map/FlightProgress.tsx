import { Button, Meter } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import type { FlightState } from './flight.ts';
import styles from './MapContext.module.css';

export interface FlightProgressProps {
  readonly flight: FlightState;
  readonly onStop: () => void;
}

/** How far the autopilot has come, and the way to stop it. */
export function FlightProgress({ flight, onStop }: FlightProgressProps): ReactElement {
  const t = useText();
  const words = t('map:flying', { done: flight.hopsFlown, total: flight.hopsTotal });
  return (
    <div className={styles.flight}>
      <p role="status">{words}</p>
      <Meter value={flight.hopsFlown} max={Math.max(1, flight.hopsTotal)} label={words} tone="neutral" />
      <Button size="large" wide hotkey="X" pending={flight.wantsStop} onClick={onStop}>
        {t('map:stop')}
      </Button>
    </div>
  );
}
