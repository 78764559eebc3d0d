import { formatClock, formatCredits, formatSigned, StepChart } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import styles from './CockpitContext.module.css';
import { todayOf } from './today-view.ts';

/** What the last day earned, from the ledger; nothing where nothing moved. */
export function TodaySection({ credits }: { readonly credits: bigint }): ReactElement | null {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const nowMs = useNow(60_000);
  const { data: ledger } = useQuery(gameQueries.credits(api));
  const { data: turns } = useQuery(gameQueries.turnLedger(api));
  const today = todayOf(credits, ledger?.items ?? [], turns?.items ?? [], nowMs);
  if (today === null) return null;
  const from = formatCredits(today.points[0]?.y ?? 0, locale);
  return (
    <section className={styles.section} aria-labelledby="today">
      <div className={styles.title}>
        <h3 id="today">{t('game:today.title')}</h3>
        {today.turnsSpent > 0 && (
          <span className="num">{t('common:unit.turns', { count: today.turnsSpent })}</span>
        )}
      </div>
      <div className={styles.chart}>
        <StepChart
          points={today.points}
          label={t('game:today.label', { from, to: formatCredits(credits, locale) })}
        />
      </div>
      <div className={styles.title}>
        <span>{t('game:today.since', { time: formatClock(today.sinceMs, locale) })}</span>
        <b className={today.change < 0n ? 'loss' : 'gain'}>
          {t('common:unit.credits', { amount: formatSigned(today.change, locale) })}
        </b>
      </div>
    </section>
  );
}
