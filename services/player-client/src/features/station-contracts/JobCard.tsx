import { Chip, CommodityGlyph, formatCredits, formatSectorNumber } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './Jobs.module.css';
import type { Job } from './job-types.ts';
import { fullPay, isSealed, jobName, payPerTurn } from './job-view.ts';

export interface JobCardProps {
  readonly job: Job;
  /** In the place of the route: the next step of an open job. */
  readonly step?: ReactNode;
  /** Beside the terms: time left, what is aboard. */
  readonly facts?: ReactNode;
  readonly children?: ReactNode;
}

/** One job: what, where to, what it pays and what it risks, and the acts about it. */
export function JobCard({ job, step, facts, children }: JobCardProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const perTurn = payPerTurn(job);
  const money = (amount: bigint) => formatCredits(amount, locale);
  return (
    <li className={styles.job}>
      <CommodityGlyph commodity={job.commodity ?? 'sealed_freight'} className={styles.glyph} />
      <div className={styles.what}>
        <h3>
          {jobName(job, t, locale)}
          {job.isReserved && <Chip tone="live">{t('jobs:reserved')}</Chip>}
        </h3>
        <p>{step ?? <Route job={job} />}</p>
        <p className={styles.terms}>
          {facts ?? (
            <>
              <span>{t('jobs:terms.time', { hours: job.timeLimitH })}</span>
              <span>{t('jobs:terms.penalty', { amount: money(job.penalty) })}</span>
            </>
          )}
        </p>
      </div>
      <div className={styles.pay}>
        <b className="credits">{t('jobs:pay', { amount: money(fullPay(job)) })}</b>
        {perTurn !== null && <small>{t('jobs:pay.per_turn', { amount: money(perTurn) })}</small>}
        {job.goodsPay > 0n && (
          <small>{t('jobs:pay.goods', { job: money(job.pay), goods: money(job.goodsPay) })}</small>
        )}
      </div>
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </li>
  );
}

function Route({ job }: { readonly job: Job }): ReactElement {
  const t = useText();
  const { target, hops } = job;
  if (!isSealed(job))
    return (
      <>
        {t('jobs:route.here')} · {t('jobs:route.seller', { count: hops })}
      </>
    );
  return (
    <>
      {t('jobs:route.to', { station: target.stationName, number: formatSectorNumber(target.sectorNumber) })} ·{' '}
      {t('jobs:route.hops', { count: target.knownHops ?? hops })} ·{' '}
      {target.turns === null ? (
        <span className="warn">{t('jobs:route.no_way')}</span>
      ) : (
        t('common:unit.turns', { count: target.turns })
      )}
    </>
  );
}
