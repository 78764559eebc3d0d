import type { JobView } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Chip, formatDuration, formatRelative, NumberCell, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { CirclePause, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { useLiveEvent, useRefreshMs } from '../../live/use-live.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { useTell } from '../../shell/notices.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './SystemTabs.module.css';

type Asked = { readonly act: 'run' | 'pause' | 'resume'; readonly job: JobView };

/** What recurs: its runs, running one now, and halting one. */
export function JobsTab(): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  const locale = useLocale();
  const tell = useTell();
  const missing = useMissingScope()('system.write');
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useQuery({
    queryKey: ['system', 'jobs'],
    queryFn: ({ signal }) => api.listJobs({ signal }),
    refetchInterval: useRefreshMs(),
  });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['system', 'jobs'] });
  useLiveEvent('admin.job', () => void refresh());
  const title = t('jobs.title');
  const state = usePanelState(query, title, 12);
  const nowMs = Date.parse(query.data?.at ?? '');
  const ago = (moment: string | null): string =>
    moment === null ? t('never') : formatRelative(Date.parse(moment), nowMs, locale);

  const confirm = async ({ act, job }: Asked, reason: string): Promise<void> => {
    const params = { job: job.name };
    if (act === 'run') {
      const { isQueued } = await api.runJobNow({ params });
      tell({ text: t(isQueued ? 'jobs.queued' : 'jobs.waits_already', { job: job.name }) });
    } else {
      await api.changeJob({ params, body: { isPaused: act === 'pause', reason } });
    }
    await refresh();
  };

  return (
    <>
      <PageHead title={t('jobs.title')} />
      <Panel title={title} state={state} className={styles.panel}>
        <Table caption={title} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('jobs.job')}</th>
              <th scope="col">{t('jobs.last')}</th>
              <th scope="col">{t('jobs.outcome')}</th>
              <th scope="col" className="end">
                {t('jobs.took')}
              </th>
              <th scope="col">{t('jobs.next')}</th>
              <th scope="col" className="end">
                {t('jobs.waiting')}
              </th>
              <th scope="col" className="end">
                {t('jobs.failed')}
              </th>
              <th scope="col">{t('acts')}</th>
            </tr>
          </thead>
          <tbody>
            {(query.data?.jobs ?? []).map((job) => (
              <tr key={job.name}>
                <th scope="row">
                  <code>{job.name}</code> <small className={styles.low}>{job.schedule}</small>
                </th>
                <td>{ago(job.lastRunAt)}</td>
                <td>
                  {job.lastState !== null && (
                    <Chip
                      tone={job.lastState === 'failed' || job.lastState === 'retry' ? 'alert' : 'neutral'}
                    >
                      {job.lastState}
                    </Chip>
                  )}
                </td>
                <NumberCell>
                  {job.lastDurationMs === null ? '–' : t('ms', { n: job.lastDurationMs })}
                </NumberCell>
                <td>
                  {job.isPaused ? (
                    <Chip
                      tone="alert"
                      icon={<CirclePause aria-hidden="true" />}
                      title={job.pauseReason ?? ''}
                    >
                      {t('jobs.paused')}
                    </Chip>
                  ) : job.nextRunAt === null ? (
                    '–'
                  ) : (
                    formatDuration(Math.max(0, Date.parse(job.nextRunAt) - nowMs), locale, 1)
                  )}
                </td>
                <NumberCell>{job.waiting}</NumberCell>
                <NumberCell>
                  {job.failed24h > 0 && <TriangleAlert className={styles.sign} aria-hidden="true" />}
                  {job.failed24h}
                </NumberCell>
                <td className={styles.acts}>
                  <Button
                    size="small"
                    disabledReason={missing ?? (job.isPaused ? t('jobs.is_paused') : undefined)}
                    reasonPlacement="tip"
                    onClick={() => setAsked({ act: 'run', job })}
                  >
                    {t('jobs.run')}
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    disabledReason={missing}
                    reasonPlacement="tip"
                    onClick={() => setAsked({ act: job.isPaused ? 'resume' : 'pause', job })}
                  >
                    {t(job.isPaused ? 'jobs.resume' : 'jobs.pause')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      <Panel title={t('jobs.loops')} state={state} className={styles.panel}>
        <Table caption={t('jobs.loops')} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('jobs.loop')}</th>
              <th scope="col">{t('jobs.holder')}</th>
              <th scope="col">{t('jobs.until')}</th>
            </tr>
          </thead>
          <tbody>
            {(query.data?.loops ?? []).map(({ name, processId, until }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <code>{processId}</code>
                </td>
                <td>{formatRelative(Date.parse(until), nowMs, locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      {asked !== null && (
        <ConfirmDialog
          level={asked.act === 'run' ? 'C1' : 'C2'}
          title={t(`jobs.${asked.act}_title`, { job: asked.job.name })}
          confirmLabel={t(`jobs.${asked.act}`)}
          onConfirm={({ reason }) => confirm(asked, reason)}
          onClose={() => setAsked(null)}
        >
          <p>{t(`jobs.${asked.act}_effect`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
