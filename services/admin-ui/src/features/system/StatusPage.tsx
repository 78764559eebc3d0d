import { useTranslation } from '@sw/i18n';
import { Button, formatClock, PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { refusalOf } from '../../app/refusal.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { AttentionPanel } from './AttentionPanel.tsx';
import { DatabasePanel } from './DatabasePanel.tsx';
import { GalaxyPanel } from './GalaxyPanel.tsx';
import { JobsPanel } from './JobsPanel.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { PlayersPanel } from './PlayersPanel.tsx';
import { ServerPanel } from './ServerPanel.tsx';
import styles from './StatusPage.module.css';
import { REFRESH_MS, useSystemHealth } from './use-system-health.ts';

/** A-01 as far as it has sources: every part of the installation, as the server sees it now. */
export function StatusPage(): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { i18n } = useConsole();
  const locale = useLocale();
  const query = useSystemHealth();
  const { data: health, error, dataUpdatedAt, isFetching, refetch } = query;
  const time = formatClock(dataUpdatedAt, locale, { seconds: true });
  const refusal = error === null ? null : refusalOf(i18n, error);
  return (
    <>
      <PageHead
        title={t('status.title')}
        note={
          <span role="status">
            {health === undefined
              ? t('common:state.busy')
              : t('status.refreshed', { time, seconds: REFRESH_MS / 1000 })}
          </span>
        }
      >
        <Button size="small" pending={isFetching} onClick={() => void refetch()}>
          {t('status.refresh')}
        </Button>
      </PageHead>
      {refusal !== null && (
        <div className={styles.refusal}>
          <PanelNotice
            state={{
              kind: 'error',
              message:
                health === undefined ? refusal.text : t('status.stale', { time, reason: refusal.text }),
              retryLabel: t('common:action.retry'),
              onRetry: () => void refetch(),
              requestId: refusal.requestId,
              requestIdLabel: t('common:state.request_id'),
            }}
          />
        </div>
      )}
      {(health !== undefined || refusal === null) && (
        <div className={styles.grid}>
          <AttentionPanel query={query} />
          <PlayersPanel query={query} />
          <ServerPanel query={query} />
          <DatabasePanel query={query} />
          <LedgerPanel query={query} />
          <JobsPanel query={query} />
          <GalaxyPanel query={query} />
        </div>
      )}
    </>
  );
}
