import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, SecurityAlert } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Chip } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../app/console-context.ts';
import { refusalOf } from '../../app/refusal.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { useTell } from '../../shell/notices.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import type { TableAction, TableColumn } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listAlerts']>;
type State = SecurityAlert['state'];

const STATES = ['open', 'ack', 'resolved'] as const;
const KINDS = ['refresh_reuse', 'spray', 'admin_new_ip', 'scope_denied_burst', 'bulk_admin_change'] as const;

/** Alerts; taking one on and resolving it is applied at once and can be taken back. */
export function AlertsTable(): ReactElement {
  const { t } = useTranslation('admin_security');
  const { api } = useConsole();
  const navigate = useNavigate();
  const columns = useAlertColumns();
  const actions = useAlertActions();
  const filters = useMemo(
    () => [
      {
        id: 'state',
        label: t('state'),
        options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      },
      { id: 'kind', label: t('kind'), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
    ],
    [t],
  );
  return (
    <DataTable
      name="security-alerts"
      title={t('alerts.title')}
      columns={columns}
      rowId={(row) => row.id}
      defaultSort="-lastAt"
      emptyText={t('alerts.empty')}
      searchLabel={t('alerts.search')}
      filters={filters}
      load={(request, signal) => api.listAlerts({ query: listQuery<Query>(request), signal })}
      onOpen={(row) => void navigate(`/security/audit/${row.auditId}`)}
      actions={actions}
    />
  );
}

function useAlertActions(): readonly TableAction<SecurityAlert>[] {
  const { t } = useTranslation('admin_security');
  const { api, i18n } = useConsole();
  const queries = useQueryClient();
  const tell = useTell();
  const missing = useMissingScope();

  const move = async (rows: readonly SecurityAlert[], state: State): Promise<readonly SecurityAlert[]> => {
    try {
      return await Promise.all(
        rows.map((row) => api.updateAlert({ params: { id: row.id }, body: { state }, ifMatch: row.version })),
      );
    } catch (error) {
      tell({ text: refusalOf(i18n, error).text, tone: 'danger' });
      return [];
    } finally {
      await queries.invalidateQueries({ queryKey: ['list', 'security-alerts'] });
    }
  };
  const act = (state: State): TableAction<SecurityAlert> => ({
    id: state,
    label: t(`move.${state}`),
    disabledReason: missing('security.act'),
    run: (rows) => {
      const before = new Map(rows.map((row) => [row.id, row.state]));
      void move(rows, state).then((moved) => {
        if (moved.length === 0) return;
        tell({
          text: t(`moved.${state}`, { count: moved.length }),
          undo: () => {
            for (const row of moved) void move([row], before.get(row.id) ?? 'open');
          },
        });
      });
    },
  });
  return STATES.map((state) => act(state)).reverse();
}

function useAlertColumns(): readonly TableColumn<SecurityAlert>[] {
  const { t } = useTranslation('admin_security');
  return useMemo(
    () => [
      { id: 'kind', title: t('kind'), cell: (row) => t(`kind.${row.kind}`), text: (row) => row.kind },
      {
        id: 'severity',
        title: t('severity'),
        cell: (row) => (
          <Chip tone={row.severity === 'high' || row.severity === 'critical' ? 'alert' : 'neutral'}>
            {t(`severity.${row.severity}`)}
          </Chip>
        ),
        text: (row) => row.severity,
      },
      {
        id: 'subject',
        title: t('subject'),
        cell: (row) => <bdi>{row.subject}</bdi>,
        text: (row) => row.subject,
      },
      { id: 'count', title: t('count'), cell: (row) => row.count, text: (row) => row.count, end: true },
      {
        id: 'lastAt',
        title: t('last'),
        cell: (row) => <Moment at={row.lastAt} />,
        text: (row) => row.lastAt,
        sortable: true,
      },
      { id: 'state', title: t('state'), cell: (row) => t(`state.${row.state}`), text: (row) => row.state },
      {
        id: 'assigned',
        title: t('assigned'),
        cell: (row) => row.assignedTo ?? '',
        text: (row) => row.assignedTo,
      },
    ],
    [t],
  );
}
