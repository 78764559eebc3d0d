import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, UserRow } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Chip } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useConsole } from '../../app/console-context.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import type { TableColumn } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';
import { PageHead } from '../../widgets/PageHead.tsx';
import { CreateUserDialog } from './CreateUserDialog.tsx';
import { UserDrawer } from './UserDrawer.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listUsers']>;

const STATUSES = ['active', 'suspended', 'banned', 'deleted'] as const;

/** accounts, who is kept out of them, and what can be done with one. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const missing = useMissingScope();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [isCreating, setCreating] = useState(false);
  const columns = useUserColumns();
  const filters = useMemo(
    () => [
      {
        id: 'status',
        label: t('status'),
        options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
      },
      {
        id: 'role',
        label: t('role'),
        options: [
          { value: 'admin', label: t('role.admin') },
          { value: 'player', label: t('role.player') },
        ],
      },
    ],
    [t],
  );
  return (
    <>
      <PageHead title={t('title')}>
        <Button
          size="small"
          disabledReason={missing('users.write')}
          reasonPlacement="tip"
          onClick={() => setCreating(true)}
        >
          {t('create.action')}
        </Button>
      </PageHead>
      <DataTable
        name="users"
        title={t('title')}
        columns={columns}
        rowId={(row) => row.id}
        defaultSort="-createdAt"
        emptyText={t('empty')}
        searchLabel={t('search')}
        filters={filters}
        load={(request, signal) => api.listUsers({ query: listQuery<Query>(request), signal })}
        onOpen={(row) => void navigate({ pathname: `/users/${row.id}`, search })}
        openId={id}
      />
      {id !== null && (
        <UserDrawer key={id} id={id} onClose={() => void navigate({ pathname: '/users', search })} />
      )}
      {isCreating && <CreateUserDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function useUserColumns(): readonly TableColumn<UserRow>[] {
  const { t } = useTranslation('admin_users');
  return useMemo(
    () => [
      {
        id: 'username',
        title: t('username'),
        cell: (row) => <bdi>{row.username}</bdi>,
        text: (row) => row.username,
        sortable: true,
      },
      {
        id: 'callsign',
        title: t('callsign'),
        cell: (row) => row.callsign ?? '',
        text: (row) => row.callsign,
      },
      {
        id: 'email',
        title: t('email'),
        cell: (row) => row.emailMasked ?? '',
        text: (row) => row.emailMasked,
      },
      {
        id: 'status',
        title: t('status'),
        cell: (row) => (
          <Chip tone={row.status === 'active' ? 'neutral' : 'alert'}>{t(`status.${row.status}`)}</Chip>
        ),
        text: (row) => row.status,
      },
      {
        id: 'role',
        title: t('role'),
        cell: (row) => (row.isAdmin ? t('role.admin') : t('role.player')),
        text: (row) => (row.isAdmin ? 'admin' : 'player'),
      },
      {
        id: 'createdAt',
        title: t('created'),
        cell: (row) => <Moment at={row.createdAt} />,
        text: (row) => row.createdAt,
        sortable: true,
      },
      {
        id: 'lastLoginAt',
        title: t('last_login'),
        cell: (row) => (row.lastLoginAt === null ? t('never') : <Moment at={row.lastLoginAt} />),
        text: (row) => row.lastLoginAt,
        sortable: true,
      },
    ],
    [t],
  );
}
