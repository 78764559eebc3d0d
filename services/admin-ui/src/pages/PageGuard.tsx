import { useTranslation } from '@sw/i18n';
import type { ReactElement, ReactNode } from 'react';
import { useEffect } from 'react';
import styles from '../app/Notice.module.css';
import type { ConsolePage } from './console-page.ts';
import { mayOpen } from './console-page.ts';
import { useOperator } from './use-operator.ts';

/** Gives a page its title, and says what is missing to whoever may not see it. */
export function PageGuard({ page, children }: { page: ConsolePage; children: ReactNode }): ReactElement {
  const { t } = useTranslation('admin');
  const { data } = useOperator();
  const title = t(page.title);
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  if (data === undefined || mayOpen(page, new Set(data.scopes))) return <>{children}</>;
  return (
    <div className={styles.notice} role="alert">
      <h1>{title}</h1>
      <p>{t('scope.page', { scope: page.scope ?? '' })}</p>
    </div>
  );
}
