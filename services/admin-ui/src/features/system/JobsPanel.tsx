import { useTranslation } from '@sw/i18n';
import type { ChipTone } from '@sw/ui';
import { Chip, formatRelative, Panel, Table } from '@sw/ui';
import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';
import styles from './StatusPage.module.css';
import { scheduleWords } from './schedule-words.ts';

/** What recurs, and how its last run ended. */
export function JobsPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const health = props.query.data;
  const jobs = health?.jobs ?? null;
  const title = t('jobs.title');
  const state = usePartState(props, jobs, title, 6);
  const nowMs = Date.parse(health?.serverTime ?? '');
  return (
    <Panel title={title} state={state} className={styles.double}>
      <Table caption={title} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.job')}</th>
            <th scope="col" className={styles.desk}>
              {t('jobs.schedule')}
            </th>
            <th scope="col">{t('jobs.last_run')}</th>
            <th scope="col">{t('jobs.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {(jobs ?? []).map((job) => (
            <tr key={job.name}>
              <th scope="row">
                <span className="num">{job.name}</span>
                <span className={styles.phone}>
                  <Schedule cron={job.schedule} />
                </span>
              </th>
              <td className={styles.desk}>
                <Schedule cron={job.schedule} />
              </td>
              <td>
                {job.lastRunAt === null ? (
                  t('jobs.never')
                ) : (
                  <time dateTime={job.lastRunAt}>
                    {formatRelative(Date.parse(job.lastRunAt), nowMs, locale)}
                  </time>
                )}
              </td>
              <td>{job.lastState !== null && <Outcome state={job.lastState} />}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function Schedule({ cron }: { cron: string }): string {
  const { t } = useTranslation('admin');
  const words = scheduleWords(cron);
  switch (words.key) {
    case 'schedule.minute':
      return t('schedule.minute');
    case 'schedule.hourly':
      return t('schedule.hourly', { minute: words.minute });
    case 'schedule.daily':
      return t('schedule.daily', { time: words.time });
    case 'schedule.cron':
      return words.cron;
  }
}

const OUTCOMES = {
  completed: { tone: 'live', icon: CircleCheck },
  active: { tone: 'neutral', icon: LoaderCircle },
  retry: { tone: 'alert', icon: TriangleAlert },
  failed: { tone: 'alert', icon: TriangleAlert },
} as const satisfies Record<string, { tone: ChipTone; icon: typeof CircleCheck }>;

const isKnown = (state: string): state is keyof typeof OUTCOMES => Object.hasOwn(OUTCOMES, state);

/** A state this build does not know is shown as the queue calls it. */
function Outcome({ state }: { state: string }): ReactElement {
  const { t } = useTranslation('admin');
  if (!isKnown(state)) return <Chip>{state}</Chip>;
  const { tone, icon: Icon } = OUTCOMES[state];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`jobs.state.${state}`)}
    </Chip>
  );
}
