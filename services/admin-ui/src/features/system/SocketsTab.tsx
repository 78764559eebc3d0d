import type { RealtimeStats } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, formatInteger, formatRelative, NumberCell, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { useRefreshMs } from '../../live/use-live.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { formatBytes } from '../../widgets/format-bytes.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './SystemTabs.module.css';

type Socket = RealtimeStats['connections'][number];

/** The processes of the fleet and the sockets they hold. */
export function SocketsTab(): ReactElement {
  const { t } = useTranslation('system');
  const { api, queries } = useConsole();
  const locale = useLocale();
  const missing = useMissingScope()('system.write');
  const [closing, setClosing] = useState<Socket | null>(null);
  const query = useQuery({
    queryKey: ['system', 'realtime'],
    queryFn: ({ signal }) => api.getRealtimeStats({ signal }),
    refetchInterval: useRefreshMs(),
  });
  const title = t('sockets.processes');
  const state = usePanelState(query, title, 4);
  const stats = query.data;
  const nowMs = Date.parse(stats?.at ?? '');
  return (
    <>
      <PageHead title={t('tab.sockets')} />
      <Panel title={title} state={state} className={styles.panel}>
        <Table caption={title} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sockets.process')}</th>
              {(['players', 'operators', 'rooms', 'pool', 'lag', 'memory'] as const).map((id) => (
                <th key={id} scope="col" className="end">
                  {t(`sockets.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(stats?.processes ?? []).map((process) => (
              <tr key={process.processId}>
                <th scope="row">
                  <code>{process.processId}</code>
                </th>
                <NumberCell>{formatInteger(process.playerSockets, locale)}</NumberCell>
                <NumberCell>{process.adminSockets}</NumberCell>
                <NumberCell>{formatInteger(process.rooms, locale)}</NumberCell>
                <NumberCell>{t('sockets.of', { n: process.poolInUse, of: process.poolSize })}</NumberCell>
                <NumberCell>{t('ms', { n: process.eventLoopLagMs })}</NumberCell>
                <NumberCell>{formatBytes(process.memoryBytes, locale)}</NumberCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      <Panel
        title={t('sockets.newest')}
        note={stats === undefined ? undefined : t('sockets.total', { n: formatInteger(stats.total, locale) })}
        state={state}
        className={styles.panel}
      >
        <Table caption={t('sockets.newest')} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sockets.who')}</th>
              <th scope="col">{t('sockets.as')}</th>
              <th scope="col">{t('sockets.address')}</th>
              <th scope="col">{t('sockets.opened')}</th>
              <th scope="col">{t('acts')}</th>
            </tr>
          </thead>
          <tbody>
            {(stats?.connections ?? []).map((socket) => (
              <tr key={socket.id}>
                <th scope="row">
                  <bdi>{socket.name}</bdi>
                </th>
                <td>{t(`sockets.audience.${socket.audience}`)}</td>
                <td>
                  <code>{socket.ip}</code>
                </td>
                <td>{formatRelative(Date.parse(socket.openedAt), nowMs, locale)}</td>
                <td>
                  <Button
                    size="small"
                    variant="quiet"
                    disabledReason={missing}
                    reasonPlacement="tip"
                    onClick={() => setClosing(socket)}
                  >
                    {t('sockets.close')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      {closing !== null && (
        <ConfirmDialog
          level="C1"
          title={t('sockets.close_title', { name: closing.name })}
          confirmLabel={t('sockets.close')}
          onConfirm={async () => {
            await api.closeConnection({ params: { id: closing.id } });
            await queries.invalidateQueries({ queryKey: ['system', 'realtime'] });
          }}
          onClose={() => setClosing(null)}
        >
          <p>{t('sockets.close_effect')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
