import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useConsole } from '../../app/console-context.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { CreateRegionDialog } from './CreateRegionDialog.tsx';
import { RegionDrawer } from './RegionDrawer.tsx';
import { useRegionColumns, useRegionFilters } from './region-columns.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listRegions']>;

/** every region, where it is served and how it is, and what can be done with it. */
export function RegionsPage(): ReactElement {
  const { t } = useTranslation('admin_regions');
  const { api } = useConsole();
  const { name = null } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [isCreating, setCreating] = useState(false);
  const columns = useRegionColumns();
  const filters = useRegionFilters();
  const open = (region: string): void => void navigate({ pathname: `/regions/${region}`, search });
  return (
    <>
      <PageHead title={t('title')}>
        <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setCreating(true)}>
          {t('create.action')}
        </Button>
      </PageHead>
      <DataTable
        name="regions"
        title={t('title')}
        columns={columns}
        rowId={(row) => row.name}
        defaultSort="name"
        emptyText={t('empty')}
        searchLabel={t('search')}
        filters={filters}
        load={(request, signal) => {
          const { withTotal, ...query } = request;
          const asked =
            withTotal === undefined ? query : { ...query, filters: { ...query.filters, withTotal: 'true' } };
          return api.listRegions({ query: listQuery<Query>(asked), signal });
        }}
        onOpen={(row) => open(row.name)}
        openId={name}
      />
      {name !== null && (
        <RegionDrawer
          key={name}
          name={name}
          onClose={() => void navigate({ pathname: '/regions', search })}
        />
      )}
      {isCreating && <CreateRegionDialog onClose={() => setCreating(false)} onMade={open} />}
    </>
  );
}
