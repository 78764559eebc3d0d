import { useTranslation } from '@sw/i18n';
import { Button, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import styles from './DataTable.module.css';
import type { TableAction } from './table-types.ts';

/** What can be done with the chosen rows, one button each. */
export function RowActions<Row>({
  title,
  actions,
  rows,
  onClose,
}: {
  readonly title: string;
  readonly actions: readonly TableAction<Row>[];
  /** Empty: closed. */
  readonly rows: readonly Row[];
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  return (
    <Dialog open={rows.length > 0} onClose={onClose} title={title} closeLabel={t('common:action.close')}>
      <div className={styles.actions}>
        {actions.map(({ id, label, danger, disabledReason, run }) => (
          <Button
            key={id}
            wide
            variant={danger === true ? 'danger' : 'plain'}
            disabledReason={disabledReason}
            onClick={() => {
              onClose();
              run(rows);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
