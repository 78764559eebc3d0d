import { useTranslation } from '@sw/i18n';
import { Button, Chip, formatDateTime, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { useRefreshMs } from '../../live/use-live.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import { BroadcastDialog } from './BroadcastDialog.tsx';
import { EndMaintenanceDialog, MaintenanceDialog, MotdDialog } from './MaintenanceDialogs.tsx';
import styles from './SystemTabs.module.css';

type Opened = 'maintenance' | 'end' | 'motd' | 'broadcast' | null;

/** What everybody is told: maintenance, the message of the day, and announcements in the game. */
export function AnnouncementsTab(): ReactElement {
  const { t } = useTranslation('system');
  const { api } = useConsole();
  const locale = useLocale();
  const missing = useMissingScope()('system.write');
  const [opened, setOpened] = useState<Opened>(null);
  const refetchInterval = useRefreshMs();
  const notices = useQuery({
    queryKey: ['system', 'notices'],
    queryFn: ({ signal }) => api.getMaintenance({ signal }),
    refetchInterval,
  });
  const sent = useQuery({
    queryKey: ['system', 'broadcasts'],
    queryFn: ({ signal }) => api.listBroadcasts({ signal }),
    refetchInterval,
  });
  const noticesState = usePanelState(notices, t('maintenance.title'), 3);
  const sentState = usePanelState(sent, t('broadcast.sent'), 5);
  const window = notices.data?.window ?? null;
  const motd = notices.data?.motd ?? null;
  const at = (moment: string): string => formatDateTime(Date.parse(moment), locale);
  const act = (id: Exclude<Opened, null>, label: string, danger = false): ReactElement => (
    <Button
      size="small"
      variant={danger ? 'danger' : 'quiet'}
      disabledReason={missing}
      reasonPlacement="tip"
      onClick={() => setOpened(id)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <PageHead title={t('tab.announcements')} />
      <Panel
        title={t('maintenance.title')}
        state={noticesState}
        padded
        className={styles.panel}
        actions={
          window === null
            ? act('maintenance', t('maintenance.begin'), true)
            : act('end', t('maintenance.end'))
        }
      >
        {window === null ? (
          <p>{t('maintenance.none')}</p>
        ) : (
          <p>
            <Chip tone="alert">{t(window.isActive ? 'maintenance.active' : 'maintenance.planned')}</Chip>{' '}
            {window.endsAt === null
              ? t('maintenance.open_span', { start: at(window.startsAt) })
              : t('maintenance.span', { start: at(window.startsAt), end: at(window.endsAt) })}{' '}
            <q>{window.text}</q>
          </p>
        )}
      </Panel>
      <Panel
        title={t('motd.title')}
        state={noticesState}
        padded
        className={styles.panel}
        actions={act('motd', t('motd.change'))}
      >
        <p>{motd ?? t('motd.none')}</p>
      </Panel>
      <Panel
        title={t('broadcast.sent')}
        state={sentState}
        className={styles.panel}
        actions={act('broadcast', t('broadcast.new'))}
      >
        {sent.data?.items.length === 0 ? (
          <p className={styles.empty}>{t('broadcast.none')}</p>
        ) : (
          <Table caption={t('broadcast.sent')} className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('broadcast.text')}</th>
                <th scope="col">{t('broadcast.to')}</th>
                <th scope="col">{t('broadcast.priority')}</th>
                <th scope="col">{t('broadcast.by')}</th>
                <th scope="col">{t('broadcast.at')}</th>
              </tr>
            </thead>
            <tbody>
              {(sent.data?.items ?? []).map((item) => (
                <tr key={item.id}>
                  <th scope="row" className={styles.wrap}>
                    {item.text}
                  </th>
                  <td>
                    {t(`broadcast.scope.${item.scope}`)}{' '}
                    {item.targetId !== null && <code>{item.targetId}</code>}
                  </td>
                  <td>{t(`broadcast.priority_${item.priority}`)}</td>
                  <td>
                    <bdi>{item.by}</bdi>
                  </td>
                  <td>{at(item.at)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Panel>
      {opened === 'maintenance' && <MaintenanceDialog onClose={() => setOpened(null)} />}
      {opened === 'end' && <EndMaintenanceDialog onClose={() => setOpened(null)} />}
      {opened === 'motd' && <MotdDialog present={motd} onClose={() => setOpened(null)} />}
      {opened === 'broadcast' && <BroadcastDialog onClose={() => setOpened(null)} />}
    </>
  );
}
