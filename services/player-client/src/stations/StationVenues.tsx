import { KeyCap, tabLinkClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useText } from '../app/text.ts';
import styles from './StationVenues.module.css';

export interface StationVenuesProps {
  readonly stationId: string;
  readonly current: 'market' | 'services' | 'jobs';
}

/** The venues of the station one is docked at, each with its key. */
export function StationVenues({ stationId, current }: StationVenuesProps): ReactElement {
  const t = useText();
  const at = `/game/station/${stationId}`;
  const venues = [
    { id: 'market', to: at, hotkey: 'P' },
    { id: 'services', to: `${at}/services`, hotkey: 'S' },
    { id: 'jobs', to: `${at}/jobs`, hotkey: 'Q' },
  ] as const;
  return (
    <nav className={styles.venues} aria-label={t('trade:venues.label')}>
      {venues.map(({ id, to, hotkey }) => (
        <Link
          key={id}
          to={to}
          className={tabLinkClass}
          aria-current={id === current ? 'page' : undefined}
          aria-keyshortcuts={hotkey}
        >
          {t(`trade:venues.${id}`)}
          <KeyCap>{hotkey}</KeyCap>
        </Link>
      ))}
    </nav>
  );
}
