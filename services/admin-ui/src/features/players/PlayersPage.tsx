import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, AdminPlayerRow } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Chip, formatInteger } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import type { TableColumn, TableFilter } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';
import { PageHead } from '../../widgets/PageHead.tsx';
import { PlayerDossier } from './PlayerDossier.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listPlayers']>;

/** everybody who plays, and one of them with everything that moved in his wallet. */
export function PlayersPage(): ReactElement {
  const { t } = useTranslation('admin_players');
  const { api } = useConsole();
  const { id } = useParams();
  const navigate = useNavigate();
  const columns = useColumns();
  const filters = useMemo<readonly TableFilter[]>(() => {
    const yesNo = ['true', 'false'].map((value) => ({ value, label: t(`filter.${value as 'true'}`) }));
    return [
      { id: 'online', label: t('online'), options: yesNo },
      { id: 'muted', label: t('muted'), options: yesNo },
      { id: 'region', label: t('column.region') },
      { id: 'rank', label: t('column.rank') },
    ];
  }, [t]);
  if (id !== undefined) return <PlayerDossier key={id} id={id} />;
  return (
    <>
      <PageHead title={t('title')} />
      <DataTable
        name="players"
        title={t('title')}
        columns={columns}
        rowId={(row) => row.id}
        defaultSort="-lastActive"
        emptyText={t('empty')}
        searchLabel={t('search')}
        filters={filters}
        load={(request, signal) => api.listPlayers({ query: listQuery<Query>(request), signal })}
        onOpen={(row) => void navigate(`/players/${row.id}`)}
      />
    </>
  );
}

function useColumns(): readonly TableColumn<AdminPlayerRow>[] {
  const { t } = useTranslation('admin_players');
  const locale = useLocale();
  return useMemo(() => {
    const whole = (value: number | bigint): string => formatInteger(value, locale);
    return [
      {
        id: 'callsign',
        title: t('column.callsign'),
        sortable: true,
        cell: (row) => (
          <>
            <bdi>{row.callsign ?? t('nameless')}</bdi>{' '}
            {row.isOnline && <Chip tone="live">{t('online')}</Chip>}{' '}
            {row.mutedUntil !== null && <Chip>{t('muted')}</Chip>}
          </>
        ),
        text: (row) => row.callsign,
      },
      {
        id: 'rank',
        title: t('column.rank'),
        sortable: true,
        end: true,
        cell: (row) => row.rankLevel,
        text: (row) => row.rankLevel,
      },
      {
        id: 'credits',
        title: t('column.credits'),
        sortable: true,
        end: true,
        cell: (row) => whole(row.credits),
        text: (row) => Number(row.credits),
      },
      {
        id: 'bank',
        title: t('column.bank'),
        end: true,
        cell: (row) => whole(row.bank),
        text: (row) => Number(row.bank),
      },
      {
        id: 'turns',
        title: t('column.turns'),
        sortable: true,
        end: true,
        cell: (row) => whole(row.turns),
        text: (row) => row.turns,
      },
      {
        id: 'ship',
        title: t('column.ship'),
        cell: (row) => row.shipType ?? '–',
        text: (row) => row.shipType,
      },
      {
        id: 'region',
        title: t('column.region'),
        cell: (row) => row.regionName ?? '–',
        text: (row) => row.regionName,
      },
      {
        id: 'sector',
        title: t('column.sector'),
        end: true,
        cell: (row) => row.sectorNumber ?? '–',
        text: (row) => row.sectorNumber,
      },
      {
        id: 'lastActive',
        title: t('column.last_active'),
        sortable: true,
        cell: (row) => <Moment at={row.lastActiveAt} />,
        text: (row) => row.lastActiveAt,
      },
      {
        id: 'created',
        title: t('column.created'),
        sortable: true,
        isOptional: true,
        cell: (row) => <Moment at={row.createdAt} />,
        text: (row) => row.createdAt,
      },
    ];
  }, [t, locale]);
}
