import { formatClock } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../app/use-now.ts';
import styles from './StatusBar.module.css';

/** The server's time of day, in the player's zone. */
export function WallClock(): ReactElement {
  const t = useText();
  const now = useNow(10_000);
  return (
    <time className={styles.clock} dateTime={new Date(now).toISOString()} title={t('game:status.clock')}>
      {formatClock(now, useLocale())}
    </time>
  );
}
