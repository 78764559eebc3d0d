import { Button, Dialog, formatCredits, formatDuration, formatInteger } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { usePlayerState } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { JobCard } from './JobCard.tsx';
import styles from './Jobs.module.css';
import type { Job } from './job-types.ts';
import { isSealed, jobAction, nextPlace, nextStep } from './job-view.ts';
import { useJobActs } from './use-jobs.ts';

const HOUR_MS = 3_600_000;

/** A job under way: the next step, the time left, and what can be done about it here. */
export function OpenJob({ job }: { readonly job: Job }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow(30_000);
  const { commands, running, reason, plot } = useJobActs();
  const place = usePlayerState().data?.location;
  const [isAsking, setAsking] = useState(false);
  const next = nextPlace(job);
  const leftMs = Date.parse(job.deadlineAt ?? '') - nowMs;
  const load = jobAction(job, 'pickup_contract');
  const deliver = jobAction(job, 'deliver_contract');
  const isThere = place?.stationId === next.stationId;
  return (
    <JobCard
      job={job}
      step={nextStep(job, t, locale)}
      facts={
        <>
          <span className={clsx(leftMs < HOUR_MS && 'warn')}>
            {t('jobs:due', { span: formatDuration(leftMs, locale) })}
          </span>
          {!isSealed(job) && (
            <span>
              {t('jobs:progress', {
                delivered: formatInteger(job.delivered, locale),
                quantity: formatInteger(job.quantity, locale),
              })}
            </span>
          )}
          {job.aboard > 0 && <span>{t('jobs:aboard', { quantity: formatInteger(job.aboard, locale) })}</span>}
        </>
      }
    >
      {load !== null && isThere && (
        <Button
          variant="next"
          pending={running === `load.${job.id}`}
          disabledReason={reason(load)}
          onClick={() => void commands.load(job)}
        >
          {t('jobs:act.load', { quantity: formatInteger(job.quantity, locale) })}
        </Button>
      )}
      {deliver !== null && isThere && (
        <Button
          variant="next"
          pending={running === `deliver.${job.id}`}
          disabledReason={reason(deliver)}
          onClick={() => void commands.deliver(job)}
        >
          {isSealed(job) || job.aboard === 0
            ? t('jobs:act.deliver')
            : t('jobs:act.hand_over', { quantity: formatInteger(job.aboard, locale) })}
        </Button>
      )}
      {!isThere && place?.sectorId !== next.sectorId && (
        <Button onClick={() => plot(next.sectorId)}>{t('jobs:act.plot')}</Button>
      )}
      <Button variant="bare" onClick={() => setAsking(true)}>
        {t('jobs:act.abandon')}
      </Button>
      <Dialog
        danger
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('jobs:abandon.title')}
        closeLabel={t('common:action.close')}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t('jobs:act.keep')}
            </Button>
            <Button
              variant="danger"
              pending={running === `abandon.${job.id}`}
              disabledReason={reason(jobAction(job, 'abandon_contract'))}
              onClick={() => {
                void commands.abandon(job).then(() => setAsking(false));
              }}
            >
              {t('jobs:act.abandon')}
            </Button>
          </>
        }
      >
        <p>{t('jobs:abandon.text', { penalty: formatCredits(job.penalty, locale) })}</p>
        {job.state === 'in_transit' && <p className={styles.second}>{t('jobs:abandon.cargo')}</p>}
      </Dialog>
    </JobCard>
  );
}
