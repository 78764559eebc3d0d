import { buttonClass, formatCredits, KeyCap, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { usePlayerState } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { Screen } from '../../shell/Screen.tsx';
import { JobAllowance } from './JobAllowance.tsx';
import styles from './Jobs.module.css';
import type { Job } from './job-types.ts';
import { fullPay, jobName } from './job-view.ts';
import { MyJobs } from './MyJobs.tsx';
import { useMyContracts } from './use-jobs.ts';

/** P-19 of this slice: what the player has taken on, and what became of it. */
export function JobsPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { data } = useMyContracts();
  const stationId = usePlayerState().data?.location?.stationId ?? null;
  useKeyLayer(
    'docked',
    stationId === null ? {} : { jobs: () => void navigate(`/game/station/${stationId}/jobs`) },
  );
  return (
    <Screen
      title={t('jobs:title.mine')}
      help="jobs"
      contextLabel={t('jobs:left')}
      context={
        <div className={styles.context}>
          {data !== undefined && <JobAllowance jobs={data.jobs} />}
          {stationId === null ? (
            <Link to="/game/map" className={buttonClass({ variant: 'quiet', wide: true })}>
              {t('jobs:mine.to_map')}
            </Link>
          ) : (
            <Link
              to={`/game/station/${stationId}/jobs`}
              className={buttonClass({ variant: 'next', wide: true })}
              aria-keyshortcuts="Q"
            >
              <KeyCap>{'Q'}</KeyCap>
              {t('jobs:mine.to_board')}
            </Link>
          )}
        </div>
      }
      stage={
        <>
          <MyJobs />
          {data !== undefined && (
            <Panel
              title={t('jobs:title.recent')}
              state={
                data.recent.length === 0
                  ? { kind: 'empty', text: t('jobs:mine.none_recent') }
                  : { kind: 'ready' }
              }
            >
              <ul className={styles.recent}>
                {data.recent.map((job) => (
                  <EndedJob key={job.id} job={job} />
                ))}
              </ul>
            </Panel>
          )}
        </>
      }
    />
  );
}

function EndedJob({ job }: { readonly job: Job }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const isPaid = job.state === 'completed';
  const amount = formatCredits(isPaid ? fullPay(job) : job.penalty, locale);
  const words = isPaid
    ? t('jobs:state.completed', { amount })
    : t(job.state === 'abandoned' ? 'jobs:state.abandoned' : 'jobs:state.failed', { amount });
  return (
    <li>
      <span>
        {jobName(job, t, locale)}{' '}
        <span className="lo">
          {t('jobs:route.to', { station: job.target.stationName, number: `#${job.target.sectorNumber}` })}
        </span>
      </span>
      <b className={isPaid ? 'gain' : 'loss'}>{words}</b>
    </li>
  );
}
