import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import { ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useConsole } from '../../app/console-context.ts';
import { DataTable } from '../../table/DataTable.tsx';
import { listQuery } from '../../table/list-query.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { AuditDrawer } from './AuditDrawer.tsx';
import { useAuditColumns, useAuditFilters } from './audit-columns.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

type Query = QueryOf<(typeof ADMIN_ENDPOINTS)['listAudit']>;

/** who did what, to what, why, and whether the log is still what was written. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation('admin_audit');
  const { api } = useConsole();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [isVerifying, setVerifying] = useState(false);
  const columns = useAuditColumns();
  const filters = useAuditFilters();
  return (
    <>
      <PageHead title={t('title')}>
        <Button
          size="small"
          icon={<ShieldCheck size={14} aria-hidden="true" />}
          onClick={() => setVerifying(true)}
        >
          {t('verify.action')}
        </Button>
      </PageHead>
      <DataTable
        name="audit"
        title={t('title')}
        columns={columns}
        rowId={(row) => row.id}
        defaultSort="-at"
        emptyText={t('empty')}
        searchLabel={t('search')}
        filters={filters}
        load={(request, signal) => api.listAudit({ query: listQuery<Query>(request), signal })}
        onOpen={(row) => void navigate({ pathname: `/security/audit/${row.id}`, search })}
        openId={id}
      />
      {id !== null && (
        <AuditDrawer
          key={id}
          id={id}
          onClose={() => void navigate({ pathname: '/security/audit', search })}
        />
      )}
      {isVerifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </>
  );
}
