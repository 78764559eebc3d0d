import { useTranslation } from '@sw/i18n';
import { Button, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './Confirm.module.css';

export interface ConflictField {
  readonly id: string;
  readonly label: string;
  /** As the operator saw it, as he wants it, and as somebody else has made it meanwhile. */
  readonly seen: string;
  readonly wanted: string;
  readonly now: string;
}

/** The three ways out of a record that changed under the hands (412): look, take theirs, or apply on top. */
export function ConflictNotice({
  fields,
  onReload,
  onApply,
}: {
  readonly fields: readonly ConflictField[];
  /** Drops the own change. */
  readonly onReload: () => void;
  /** Sends the own change again, now based on what is there. */
  readonly onApply: () => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <div className={styles.conflict} role="alert">
      <p>{t('conflict.text')}</p>
      <Table caption={t('conflict.title')}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.seen')}</th>
            <th scope="col">{t('conflict.wanted')}</th>
            <th scope="col">{t('conflict.now')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ id, label, seen, wanted, now }) => (
            <tr key={id} data-selected={seen === now ? undefined : true}>
              <th scope="row">{label}</th>
              <td>{seen}</td>
              <td>{wanted}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className={styles.ways}>
        <Button size="small" onClick={onReload}>
          {t('conflict.reload')}
        </Button>
        <Button size="small" onClick={onApply}>
          {t('conflict.apply')}
        </Button>
      </div>
    </div>
  );
}
