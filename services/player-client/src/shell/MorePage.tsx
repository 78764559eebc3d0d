import { ObjectGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { usePlayerState } from '../app/game-queries.ts';
import { useText } from '../app/text.ts';
import styles from './MorePage.module.css';
import { Screen } from './Screen.tsx';
import { pathOf, SCREENS } from './screens.ts';

/** Every screen, for the last tab of a phone. */
export function MorePage(): ReactElement {
  const t = useText();
  const stationId = usePlayerState().data?.location?.stationId ?? null;
  return (
    <Screen
      title={t('game:tab.more')}
      stage={
        <ul className={styles.list}>
          {SCREENS.map(({ id, icon: Icon }) => (
            <li key={id}>
              <Link to={pathOf(id, stationId)}>
                <Icon aria-hidden="true" />
                {t(`game:screen.${id}`)}
                <ObjectGlyph kind="chevron" />
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
