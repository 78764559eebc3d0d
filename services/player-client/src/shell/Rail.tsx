import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../app/text.ts';
import styles from './Rail.module.css';
import { pathOf, SCREENS, screenAt } from './screens.ts';

export interface RailProps {
  /** The station the ship is docked at. */
  readonly stationId: string | null;
  readonly unread: number;
}

/** The screens, down the left edge. */
export function Rail({ stationId, unread }: RailProps): ReactElement {
  const t = useText();
  const current = screenAt(useLocation().pathname);
  return (
    <nav className={styles.rail} aria-label={t('game:rail.label')} id="rail" tabIndex={-1}>
      <ul>
        {SCREENS.map(({ id, icon: Icon, keys, isLast }) => {
          return (
            <li key={id} className={clsx(isLast && styles.last)}>
              <Link
                to={pathOf(id, stationId)}
                aria-current={id === current ? 'page' : undefined}
                data-guide={`rail-${id}`}
                aria-keyshortcuts={keys ?? undefined}
              >
                <Icon aria-hidden="true" />
                {t(`game:screen.${id}`)}
                {id === 'comms' && unread > 0 && <span className={styles.pip}>{unread}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
