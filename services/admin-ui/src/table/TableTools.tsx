import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import { Download } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useConsole } from '../app/console-context.ts';
import { refusalOf } from '../app/refusal.ts';
import { useTell } from '../shell/notices.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './DataTable.module.css';
import { saveFile, toCsv, toJson } from './export-rows.ts';
import { EXPORT_LIMIT, readForExport } from './read-for-export.ts';
import { TableMenu } from './TableMenu.tsx';
import type { LoadPage, TableAction, TableColumn } from './table-types.ts';
import { requestOf } from './use-rows.ts';
import type { TableAddressControl } from './use-table-address.ts';

export interface TableToolsProps<Row> extends TableAddressControl {
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly shown: readonly TableColumn<Row>[];
  readonly load: LoadPage<Row>;
  readonly fixedFilters?: Readonly<Record<string, string>>;
  readonly actions?: readonly TableAction<Row>[];
  readonly selected: readonly Row[];
  readonly onAct: () => void;
  readonly tools?: ReactNode;
}

/** At the head of a table: acts on the selection, columns, exports. */
export function TableTools<Row>(props: TableToolsProps<Row>): ReactElement {
  const { name, address, change, columns, shown, load, fixedFilters, selected, onAct } = props;
  const { t } = useTranslation('admin');
  const { api, i18n } = useConsole();
  const tell = useTell();
  const [isExporting, setExporting] = useState(false);

  const exportAs = async (format: 'csv' | 'json'): Promise<void> => {
    setExporting(true);
    try {
      const request = requestOf(address, fixedFilters, EXPORT_LIMIT);
      await api.noteExport({
        body: { list: name, format, query: new URLSearchParams(location.search).toString() },
      });
      const { rows, isCut } = await readForExport(load, request);
      if (format === 'csv') saveFile(`${name}.csv`, 'text/csv', toCsv(shown, rows));
      else saveFile(`${name}.json`, 'application/json', toJson(shown, rows));
      tell({ text: t(isCut ? 'table.exported_cut' : 'table.exported', { count: rows.length }) });
    } catch (error) {
      tell({ text: refusalOf(i18n, error).text, tone: 'danger' });
    } finally {
      setExporting(false);
    }
  };

  return (
    <>
      {selected.length > 0 && (
        <Button size="small" onClick={onAct}>
          {t('table.act_on', { count: selected.length })}
        </Button>
      )}
      {props.tools}
      <ColumnMenu
        columns={columns}
        shown={shown.map(({ id }) => id)}
        onChange={(chosen) => change({ columns: chosen })}
      />
      <TableMenu label={t('table.export')} icon={<Download aria-hidden="true" />}>
        <div className={styles.actions}>
          <Button size="small" variant="bare" pending={isExporting} onClick={() => void exportAs('csv')}>
            {t('table.csv')}
          </Button>
          <Button size="small" variant="bare" pending={isExporting} onClick={() => void exportAs('json')}>
            {t('table.json')}
          </Button>
        </div>
      </TableMenu>
    </>
  );
}
