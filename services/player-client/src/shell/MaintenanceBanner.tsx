import { formatClock } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { Construction } from 'lucide-react';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../app/game-context.ts';
import { gameQueries } from '../app/game-queries.ts';
import { useText } from '../app/text.ts';
import styles from './MaintenanceBanner.module.css';

const EVERY_MS = 60_000;

/** Says that the server is in maintenance, or soon will be: one may look, but nothing can be done. */
export function MaintenanceBanner(): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { data } = useQuery({ ...gameQueries.status(api), refetchInterval: EVERY_MS });
  const window = data?.maintenance ?? null;
  if (window === null) return null;
  const start = formatClock(Date.parse(window.startsAt), locale);
  const end = window.endsAt === null ? null : formatClock(Date.parse(window.endsAt), locale);
  return (
    <div className={styles.banner} role="status">
      <Construction aria-hidden="true" />
      <b>
        {window.isActive
          ? end === null
            ? t('game:maintenance.now')
            : t('game:maintenance.until', { end })
          : t('game:maintenance.soon', { start })}
      </b>
      <span>{window.text}</span>
    </div>
  );
}
