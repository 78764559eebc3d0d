import { useTranslation } from '@sw/i18n';
import { Columns3 } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './DataTable.module.css';
import { TableMenu } from './TableMenu.tsx';

export interface ColumnMenuProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}

/** Which columns a table shows; the last one stays. */
export function ColumnMenu({ columns, shown, onChange }: ColumnMenuProps): ReactElement {
  const { t } = useTranslation('admin');
  const toggle = (id: string): void => {
    const next = shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id];
    if (next.length > 0) onChange(columns.map((column) => column.id).filter((each) => next.includes(each)));
  };
  return (
    <TableMenu label={t('table.columns')} icon={<Columns3 aria-hidden="true" />}>
      {columns.map(({ id, title }) => (
        <label key={id} className={styles.choice}>
          <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
          {title}
        </label>
      ))}
    </TableMenu>
  );
}
