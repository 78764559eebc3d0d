import type { AdminRegion } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import type { ChipTone } from '@sw/ui';
import { Chip, formatInteger } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { TableColumn, TableFilter } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';

type Status = AdminRegion['status'];

const STATUSES: readonly Status[] = [
  'pending',
  'provisioning',
  'attaching',
  'active',
  'suspended',
  'grace',
  'terminated',
  'purged',
  'failed',
];
const TONES: Partial<Readonly<Record<Status, ChipTone>>> = {
  active: 'live',
  suspended: 'alert',
  grace: 'alert',
  failed: 'danger',
};

/** The state of a region as a chip. */
export function StatusChip({ status }: { readonly status: Status }): ReactElement {
  const { t } = useTranslation('admin_regions');
  return <Chip tone={TONES[status] ?? 'neutral'}>{t(`status.${status}`)}</Chip>;
}

export function useRegionColumns(): readonly TableColumn<AdminRegion>[] {
  const { t } = useTranslation('admin_regions');
  const locale = useLocale();
  return useMemo(() => {
    const number = (id: string, title: string, value: (row: AdminRegion) => number, sortable: boolean) => ({
      id,
      title,
      cell: (row: AdminRegion) => formatInteger(value(row), locale),
      text: value,
      end: true,
      sortable,
    });
    return [
      {
        id: 'name',
        title: t('column.name'),
        cell: (row) => <bdi>{row.title}</bdi>,
        text: (row) => row.name,
        sortable: true,
      },
      {
        id: 'code',
        title: t('column.code'),
        cell: (row) => <code>{row.code}</code>,
        text: (row) => row.code,
      },
      {
        id: 'status',
        title: t('column.status'),
        cell: (row) => <StatusChip status={row.status} />,
        text: (row) => row.status,
      },
      {
        id: 'owner',
        title: t('column.owner'),
        cell: (row) => <bdi>{row.owner?.username ?? '–'}</bdi>,
        text: (row) => row.owner?.username ?? null,
      },
      number('sectorCount', t('column.sectors'), (row) => row.sectorCount, true),
      number('onlinePlayers', t('column.online'), (row) => row.onlinePlayers, true),
      number('active', t('column.active'), (row) => row.activePlayers, false),
      {
        id: 'served',
        title: t('column.served'),
        cell: (row) => (row.isManaged ? t('managed') : t('here')),
        text: (row) => (row.isManaged ? 'managed' : 'here'),
      },
      {
        id: 'reported',
        title: t('column.reported'),
        cell: (row) => (row.reportedAt === null ? '–' : <Moment at={row.reportedAt} />),
        text: (row) => row.reportedAt,
      },
      {
        id: 'createdAt',
        title: t('column.created'),
        cell: (row) => <Moment at={row.createdAt} />,
        text: (row) => row.createdAt,
        sortable: true,
      },
      {
        id: 'version',
        title: t('column.version'),
        cell: (row) => row.version ?? '–',
        text: (row) => row.version,
        isOptional: true,
      },
    ];
  }, [t, locale]);
}

export function useRegionFilters(): readonly TableFilter[] {
  const { t } = useTranslation('admin_regions');
  return useMemo(
    () => [
      {
        id: 'status',
        label: t('filter.status'),
        options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
      },
    ],
    [t],
  );
}
