import { Button } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useRunningAct } from '../app/game-context.ts';
import { usePlayerState } from '../app/game-queries.ts';
import { useText } from '../app/text.ts';
import type { HelpMarkProps } from '../shell/HelpMark.tsx';
import { HelpMark } from '../shell/HelpMark.tsx';
import styles from './StationHead.module.css';
import type { StationVenuesProps } from './StationVenues.tsx';
import { StationVenues } from './StationVenues.tsx';
import { useUndock } from './use-undock.ts';

export interface StationHeadProps extends StationVenuesProps {
  /** Name of the station, as far as it is known yet. */
  readonly name: string | undefined;
  /** Topic of the manual that explains this venue. */
  readonly help: HelpMarkProps['topic'];
  /** Where it is, or what of it is shown. */
  readonly note?: ReactNode;
}

/**
 * The head of a venue: the station, and for whoever is docked the way to its other venues and out. The heading has the
 * id `station-name`.
 */
export function StationHead({ name, help, note, stationId, current }: StationHeadProps): ReactElement {
  const t = useText();
  const undock = useUndock(stationId);
  const running = useRunningAct();
  const isDocked = usePlayerState().data?.location?.stationId === stationId;
  return (
    <header className={styles.head}>
      <h1 id="station-name" tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      <p>
        {note} <HelpMark topic={help} about={t(`trade:venues.${current}`)} />
      </p>
      {isDocked && (
        <>
          <StationVenues stationId={stationId} current={current} />
          <Button hotkey="U" data-guide="undock" pending={running === 'undock'} onClick={undock}>
            {t('game:cockpit.undock')}
          </Button>
        </>
      )}
    </header>
  );
}
