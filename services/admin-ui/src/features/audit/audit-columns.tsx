import type { AuditRow } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Chip } from '@sw/ui';
import { useMemo } from 'react';
import type { TableColumn, TableFilter } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';

const OUTCOMES = ['success', 'denied', 'error'] as const;
const SEVERITIES = ['info', 'notice', 'warning', 'high'] as const;
const ACTORS = ['admin', 'player', 'anonymous', 'system', 'service'] as const;

/** What a row is about, in one word and its id. */
export const resourceOf = (row: Pick<AuditRow, 'resourceType' | 'resourceId'>): string =>
  [row.resourceType, row.resourceId].filter((part) => part !== null).join(' ');

export function useAuditColumns(): readonly TableColumn<AuditRow>[] {
  const { t } = useTranslation('admin_audit');
  return useMemo(
    () => [
      {
        id: 'at',
        title: t('at'),
        cell: (row) => <Moment at={row.at} />,
        text: (row) => row.at,
        sortable: true,
      },
      {
        id: 'action',
        title: t('action'),
        cell: (row) => <code>{row.action}</code>,
        text: (row) => row.action,
      },
      {
        id: 'actor',
        title: t('actor'),
        cell: (row) =>
          row.actorName === null ? t(`actor_type.${row.actorType}`) : <bdi>{row.actorName}</bdi>,
        text: (row) => row.actorName ?? row.actorType,
      },
      { id: 'resource', title: t('resource'), cell: resourceOf, text: resourceOf },
      {
        id: 'outcome',
        title: t('outcome'),
        cell: (row) => (
          <Chip tone={row.outcome === 'success' ? 'neutral' : 'alert'}>{t(`outcome.${row.outcome}`)}</Chip>
        ),
        text: (row) => row.outcome,
      },
      {
        id: 'severity',
        title: t('severity'),
        cell: (row) => t(`severity.${row.severity}`),
        text: (row) => row.severity,
      },
      { id: 'reason', title: t('reason'), cell: (row) => row.reason ?? '', text: (row) => row.reason },
      { id: 'ip', title: t('ip'), cell: (row) => row.ip ?? '', text: (row) => row.ip, isOptional: true },
      {
        id: 'request',
        title: t('request'),
        cell: (row) => row.requestId ?? '',
        text: (row) => row.requestId,
        isOptional: true,
      },
    ],
    [t],
  );
}

export function useAuditFilters(): readonly TableFilter[] {
  const { t } = useTranslation('admin_audit');
  return useMemo(
    () => [
      { id: 'action', label: t('filter.action') },
      {
        id: 'actorType',
        label: t('actor_type'),
        options: ACTORS.map((value) => ({ value, label: t(`actor_type.${value}`) })),
      },
      {
        id: 'outcome',
        label: t('outcome'),
        options: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
      },
      {
        id: 'severity',
        label: t('severity'),
        options: SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
      },
      { id: 'since', label: t('filter.since'), type: 'datetime-local' as const },
      { id: 'resourceId', label: t('filter.resource_id') },
      { id: 'actorId', label: t('filter.actor_id') },
    ],
    [t],
  );
}
