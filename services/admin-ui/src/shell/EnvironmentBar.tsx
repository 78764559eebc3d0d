import { useTranslation } from '@sw/i18n';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useOperator } from '../pages/use-operator.ts';
import styles from './EnvironmentBar.module.css';

/**
 * Says on every page, by colour and by word, which installation one is about to change. Until the server
 * has said it, nothing is claimed.
 */
export function EnvironmentBar(): ReactElement {
  const { t } = useTranslation('admin');
  const environment = useOperator().data?.environment;
  return (
    <p className={clsx(styles.bar, environment !== undefined && styles[environment])}>
      {environment === undefined ? t('environment.unknown') : t(`environment.${environment}`)}
      <span className={styles.host}>{location.host}</span>
    </p>
  );
}
