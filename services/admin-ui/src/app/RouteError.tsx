import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './Notice.module.css';

/** What stands where a page failed to draw itself. */
export function RouteError(): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <div className={styles.notice} role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.text')}</p>
      <Button onClick={() => location.reload()}>{t('failed.reload')}</Button>
    </div>
  );
}
