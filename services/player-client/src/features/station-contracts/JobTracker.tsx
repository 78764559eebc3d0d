import { Button, formatDuration } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import styles from './Jobs.module.css';
import { nextPlace, nextStep } from './job-view.ts';
import { useJobActs, useMyContracts } from './use-jobs.ts';

const SHOWN = 3;
const HOUR_MS = 3_600_000;

/** The most urgent jobs in the cockpit: next step, time left, one press to the course. Nothing without jobs. */
export function JobTracker({ sectorId }: { readonly sectorId: number | null }): ReactElement | null {
  const t = useText('jobs');
  const locale = useLocale();
  const nowMs = useNow(30_000);
  const { data } = useMyContracts();
  const { plot } = useJobActs();
  if (data === undefined || data.active.length === 0) return null;
  return (
    <section className={styles.tracker} aria-labelledby="job-tracker">
      <h3 id="job-tracker">
        <Link to="/game/jobs">{t('jobs:title.open')}</Link>
      </h3>
      <ul>
        {data.active.slice(0, SHOWN).map((job) => {
          const leftMs = Date.parse(job.deadlineAt ?? '') - nowMs;
          const place = nextPlace(job);
          return (
            <li key={job.id}>
              <span>{nextStep(job, t, locale)}</span>
              <span className={clsx('num', leftMs < HOUR_MS && 'warn')}>
                {formatDuration(leftMs, locale)}
              </span>
              {place.sectorId !== sectorId && (
                <Button size="small" variant="quiet" onClick={() => plot(place.sectorId)}>
                  {t('jobs:act.plot')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
