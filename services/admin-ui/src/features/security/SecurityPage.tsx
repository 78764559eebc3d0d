import { useTranslation } from '@sw/i18n';
import { Tabs } from '@sw/ui';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../widgets/PageHead.tsx';
import { AlertsTable } from './AlertsTable.tsx';
import { BlocksTable } from './BlocksTable.tsx';

/** what was noticed, and who is kept out by address. Each tab is an address of its own. */
export function SecurityPage(): ReactElement {
  const { t } = useTranslation('admin_security');
  const [search, setSearch] = useSearchParams();
  const selected = search.get('tab') === 'blocks' ? 'blocks' : 'alerts';
  return (
    <>
      <PageHead title={t('title')} />
      <Tabs
        label={t('title')}
        tabs={[
          { id: 'alerts', label: t('alerts.title') },
          { id: 'blocks', label: t('blocks.title') },
        ]}
        selected={selected}
        onSelect={(id) => setSearch(id === 'alerts' ? {} : { tab: id })}
      >
        {selected === 'alerts' ? <AlertsTable /> : <BlocksTable />}
      </Tabs>
    </>
  );
}
