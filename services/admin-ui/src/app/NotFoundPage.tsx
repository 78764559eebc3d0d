import { useTranslation } from '@sw/i18n';
import { buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import styles from './Notice.module.css';

/** An address the console has no page for. */
export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <div className={styles.notice}>
      <h1>{t('not_found.title')}</h1>
      <p>{t('not_found.text')}</p>
      <Link to="/" className={buttonClass()}>
        {t('not_found.back')}
      </Link>
    </div>
  );
}
