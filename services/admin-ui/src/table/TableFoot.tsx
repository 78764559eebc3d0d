import { useTranslation } from '@sw/i18n';
import { Button, KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './DataTable.module.css';
import type { ListPage } from './table-types.ts';
import type { TableAddressControl } from './use-table-address.ts';

/** The way to the other pages of a list, and the keys of the table. Going back is the browser's history. */
export function TableFoot({
  page,
  address,
  change,
  hasActs,
}: TableAddressControl & {
  readonly page: ListPage<unknown> | undefined;
  readonly hasActs: boolean;
}): ReactElement {
  const { t } = useTranslation('admin');
  const next = page?.nextCursor ?? null;
  return (
    <>
      <span className={styles.keys} aria-hidden="true">
        <KeyCap>{t('table.key.j')}</KeyCap>
        <KeyCap>{t('table.key.k')}</KeyCap> {t('table.key_rows')} <KeyCap>{t('table.key.enter')}</KeyCap>{' '}
        {t('table.key_open')}
        {hasActs && (
          <>
            {' '}
            <KeyCap>{t('table.key.x')}</KeyCap> {t('table.key_select')} <KeyCap>{t('table.key.dot')}</KeyCap>{' '}
            {t('table.key_acts')}
          </>
        )}
      </span>
      {(address.after !== null || next !== null) && (
        <span className={styles.paging}>
          {address.after !== null && (
            <Button size="small" variant="quiet" onClick={() => change({ after: null }, 'push')}>
              {t('table.first')}
            </Button>
          )}
          {next !== null && (
            <Button size="small" onClick={() => change({ after: next }, 'push')}>
              {t('table.next')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
