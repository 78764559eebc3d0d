import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, AddressBlock } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Select, TextField } from '@sw/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { useMissingScope } from '../../pages/use-operator.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import type { TableColumn } from '../../table/table-types.ts';
import { Moment } from '../../widgets/Moment.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listBlocks']>;

const HOURS = ['1', '24', '168', '720'] as const;
type Hours = (typeof HOURS)[number];

/** Addresses and networks that are refused, each until a moment. */
export function BlocksTable(): ReactElement {
  const { t } = useTranslation('admin_security');
  const { api } = useConsole();
  const queries = useQueryClient();
  const missing = useMissingScope();
  const [isBlocking, setBlocking] = useState(false);
  const [lifting, setLifting] = useState<AddressBlock | null>(null);
  const columns = useBlockColumns();
  const refresh = (): Promise<unknown> => queries.invalidateQueries({ queryKey: ['list', 'ip-blocks'] });
  const filters = useMemo(
    () => [
      {
        id: 'state',
        label: t('state'),
        options: [
          { value: 'active', label: t('block.active') },
          { value: 'over', label: t('block.over') },
        ],
      },
    ],
    [t],
  );
  return (
    <>
      <DataTable
        name="ip-blocks"
        title={t('blocks.title')}
        columns={columns}
        rowId={(row) => row.id}
        defaultSort="-createdAt"
        emptyText={t('blocks.empty')}
        searchLabel={t('blocks.search')}
        filters={filters}
        load={(request, signal) => api.listBlocks({ query: listQuery<Query>(request), signal })}
        tools={
          <Button
            size="small"
            disabledReason={missing('security.act')}
            reasonPlacement="tip"
            onClick={() => setBlocking(true)}
          >
            {t('block.action')}
          </Button>
        }
        actions={[
          {
            id: 'lift',
            label: t('lift.action'),
            disabledReason: missing('security.act'),
            run: ([row]) => setLifting(row ?? null),
          },
        ]}
      />
      {isBlocking && <BlockDialog onDone={refresh} onClose={() => setBlocking(false)} />}
      {lifting !== null && (
        <ConfirmDialog
          level="C1"
          title={t('lift.confirm', { cidr: lifting.cidr })}
          confirmLabel={t('lift.action')}
          onClose={() => setLifting(null)}
          onConfirm={async () => {
            await api.liftBlock({ params: { id: lifting.id } });
            await refresh();
          }}
        >
          <p>{t('lift.effect')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function BlockDialog({
  onDone,
  onClose,
}: {
  readonly onDone: () => Promise<unknown>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('admin_security');
  const { api } = useConsole();
  const [cidr, setCidr] = useState('');
  const [hours, setHours] = useState<Hours>('24');
  return (
    <ConfirmDialog
      level="C2"
      title={t('block.title')}
      confirmLabel={t('block.action')}
      onClose={onClose}
      onConfirm={async ({ reason }) => {
        await api.createBlock({ body: { cidr: cidr.trim(), hours: Number(hours), reason } });
        await onDone();
      }}
    >
      <TextField
        label={t('cidr')}
        hint={t('block.hint')}
        value={cidr}
        onChange={setCidr}
        mono
        maxLength={50}
      />
      <Select
        label={t('block.hours')}
        value={hours}
        options={HOURS.map((value) => ({ value, label: t('block.hours_value', { hours: Number(value) }) }))}
        onChange={setHours}
      />
    </ConfirmDialog>
  );
}

function useBlockColumns(): readonly TableColumn<AddressBlock>[] {
  const { t } = useTranslation('admin_security');
  return useMemo(
    () => [
      { id: 'cidr', title: t('cidr'), cell: (row) => <code>{row.cidr}</code>, text: (row) => row.cidr },
      { id: 'reason', title: t('reason'), cell: (row) => row.reason, text: (row) => row.reason },
      { id: 'by', title: t('by'), cell: (row) => row.createdBy ?? '', text: (row) => row.createdBy },
      {
        id: 'createdAt',
        title: t('since'),
        cell: (row) => <Moment at={row.createdAt} />,
        text: (row) => row.createdAt,
        sortable: true,
      },
      {
        id: 'until',
        title: t('until'),
        cell: (row) => <Moment at={row.expiresAt} />,
        text: (row) => row.expiresAt,
      },
      {
        id: 'lifted',
        title: t('lifted'),
        cell: (row) => (row.liftedAt === null ? '' : <Moment at={row.liftedAt} />),
        text: (row) => row.liftedAt,
      },
    ],
    [t],
  );
}
