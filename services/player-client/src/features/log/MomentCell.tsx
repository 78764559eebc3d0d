import { formatClock, formatDateTime, formatDay } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './LogPage.module.css';

const DAY_MS = 86_400_000;

/** A moment of a list: time of day, with the day when it is not recent; all of it on hover. */
export function MomentCell({
  atMs,
  locale,
}: {
  readonly atMs: number;
  readonly locale: string;
}): ReactElement {
  const isOld = Date.now() - atMs > DAY_MS;
  return (
    <time
      className={styles.moment}
      dateTime={new Date(atMs).toISOString()}
      title={formatDateTime(atMs, locale)}
    >
      {isOld ? formatDay(atMs, locale) : formatClock(atMs, locale, { seconds: true })}
    </time>
  );
}
