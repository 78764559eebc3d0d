import { useTranslation } from '@sw/i18n';
import { IconButton, NumberCell, SortHeader, Table } from '@sw/ui';
import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import styles from './DataTable.module.css';
import type { TableColumn } from './table-types.ts';

export interface TableSelection {
  readonly isSelected: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly areAll: boolean;
  readonly toggleAll: () => void;
}

export interface TableBodyProps<Row> {
  readonly title: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly cursorId: string | null;
  readonly onCursor: (id: string) => void;
  readonly openId?: string | null;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly selection: TableSelection | null;
  readonly onOpen?: (row: Row) => void;
  readonly onActs: ((row: Row) => void) | null;
}

/** Head and rows. On a phone every row is a card. */
export function TableBody<Row>(props: TableBodyProps<Row>): ReactElement {
  const { columns, rows, rowId, sort, onSort, selection } = props;
  const { t } = useTranslation('admin');
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    body.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <Table caption={props.title} className={styles.table} cards>
      <thead>
        <tr>
          {selection !== null && (
            <th scope="col" className={styles.box}>
              <input
                type="checkbox"
                aria-label={t('table.select_all')}
                checked={selection.areAll}
                onChange={selection.toggleAll}
              />
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
          {props.onActs !== null && <th aria-label={t('table.acts')} />}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <TableRow key={rowId(row)} {...props} row={row} id={rowId(row)} />
        ))}
      </tbody>
    </Table>
  );
}

function ColumnHead<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: TableColumn<Row>;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}): ReactElement {
  const { id, title, end = false } = column;
  if (column.sortable !== true) {
    return (
      <th scope="col" className={clsx(end && 'end')}>
        {title}
      </th>
    );
  }
  const sorted = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : null;
  return (
    <SortHeader sorted={sorted} end={end} onSort={() => onSort(sorted === 'descending' ? id : `-${id}`)}>
      {title}
    </SortHeader>
  );
}

function TableRow<Row>({
  row,
  id,
  columns,
  cursorId,
  onCursor,
  openId,
  selection,
  onOpen,
  onActs,
}: TableBodyProps<Row> & { readonly row: Row; readonly id: string }): ReactElement {
  const { t } = useTranslation('admin');
  const isCursor = id === cursorId;
  return (
    <tr
      data-cursor={isCursor || undefined}
      data-selected={openId === id || selection?.isSelected(id) === true || undefined}
      onClick={() => onCursor(id)}
    >
      {selection !== null && (
        <td className={styles.box}>
          <input
            type="checkbox"
            aria-label={t('table.select')}
            checked={selection.isSelected(id)}
            onChange={() => selection.toggle(id)}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const content = column.cell(row);
        if (index === 0) {
          return (
            <th key={column.id} scope="row">
              {onOpen === undefined ? (
                content
              ) : (
                <button type="button" className={styles.name} onClick={() => onOpen(row)}>
                  {content}
                </button>
              )}
            </th>
          );
        }
        return column.end === true ? (
          <NumberCell key={column.id} data-label={column.title}>
            {content}
          </NumberCell>
        ) : (
          <td key={column.id} data-label={column.title}>
            {content}
          </td>
        );
      })}
      {onActs !== null && (
        <td data-aside className={styles.acts}>
          <IconButton
            tight
            label={t('table.acts')}
            icon={<Ellipsis aria-hidden="true" />}
            onClick={() => onActs(row)}
          />
        </td>
      )}
    </tr>
  );
}
