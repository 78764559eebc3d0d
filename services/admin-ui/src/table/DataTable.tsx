import { useTranslation } from '@sw/i18n';
import type { PanelState } from '@sw/ui';
import { Panel } from '@sw/ui';
import type { RowSelectionState } from '@tanstack/react-table';
import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactElement, ReactNode } from 'react';
import { useMemo, useRef, useState } from 'react';
import { usePanelState } from '../widgets/use-panel-state.ts';
import styles from './DataTable.module.css';
import { FilterBar } from './FilterBar.tsx';
import { RowActions } from './RowActions.tsx';
import { TableBody } from './TableBody.tsx';
import { TableFoot } from './TableFoot.tsx';
import { TableTools } from './TableTools.tsx';
import type { LoadPage, TableAction, TableColumn, TableFilter } from './table-types.ts';
import { useRows } from './use-rows.ts';
import { useTableAddress } from './use-table-address.ts';
import { useTableKeys } from './use-table-keys.ts';

export interface DataTableProps<Row> {
  /** Names cache entries and exported files: `users`. */
  readonly name: string;
  readonly title: string;
  /** Keep them stable (`useMemo`); the first one names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly load: LoadPage<Row>;
  /** `field` or `-field`, as the server sorts without being told. */
  readonly defaultSort: string;
  readonly emptyText: string;
  readonly filters?: readonly TableFilter[];
  /** What the search looks through; absent: the list has none. */
  readonly searchLabel?: string;
  /** Part of every question, not shown as a filter: the owner of these rows. */
  readonly fixedFilters?: Readonly<Record<string, string>>;
  /** Enter and the row's name. */
  readonly onOpen?: (row: Row) => void;
  /** `e`. */
  readonly onEdit?: (row: Row) => void;
  /** `.` on one row, and on all selected ones; a table with acts has boxes to select by. */
  readonly actions?: readonly TableAction<Row>[];
  /** The row a drawer shows. */
  readonly openId?: string | null;
  /** At the end of the head: the act that adds a row. */
  readonly tools?: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const NO_ROWS: readonly never[] = [];

/**
 * A table whose rows, order and filters are the server's. What is looked at stands in the address, keys walk
 * through the rows, exports take what the filters let through.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { name, title, columns, rowId, load, defaultSort, filters = NO_ROWS, actions = NO_ROWS } = props;
  const { t } = useTranslation('admin');
  const { address, change } = useTableAddress(defaultSort);
  const query = useRows(name, address, props.fixedFilters, load);
  const rows = (query.data?.items ?? NO_ROWS) as readonly Row[];
  const [cursorId, setCursorId] = useState<string | null>(null);
  const [acting, setActing] = useState<readonly Row[]>(NO_ROWS);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const searchRef = useRef<HTMLFormElement>(null);

  const shown = useMemo(() => shownColumns(columns, address.columns), [columns, address.columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, shown.includes(id)])),
    [columns, shown],
  );
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.title, accessorFn: column.text })),
    [columns],
  );
  const data = useMemo(() => [...rows] as (Row & object)[], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    state: { columnVisibility, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const selected = rows.filter((row) => rowSelection[rowId(row)] === true);
  const at = rows.findIndex((row) => rowId(row) === cursorId);
  const current = rows[at];

  useTableKeys({
    move: (step) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      if (next === undefined) return;
      // From here on Enter belongs to the row, not to the link that led here.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setCursorId(rowId(next));
    },
    select: () => {
      if (current !== undefined && actions.length > 0) table.getRow(rowId(current)).toggleSelected();
    },
    open: () => current !== undefined && props.onOpen?.(current),
    edit: () => current !== undefined && props.onEdit?.(current),
    acts: () => {
      if (actions.length === 0) return;
      if (selected.length > 0) setActing(selected);
      else if (current !== undefined) setActing([current]);
    },
    search: () => searchRef.current?.querySelector('input')?.focus(),
  });

  const state = usePanelState(query, title, 12);
  const bodyState: PanelState =
    rows.length === 0 && query.data !== undefined && state.kind !== 'stale' && state.kind !== 'refetching'
      ? { kind: 'empty', text: props.emptyText }
      : state;
  const visible = columns.filter(({ id }) => shown.includes(id));
  return (
    <div className={styles.root}>
      <FilterBar
        address={address}
        change={change}
        filters={filters}
        searchLabel={props.searchLabel}
        searchRef={searchRef}
      />
      <Panel
        title={title}
        state={bodyState}
        className={styles.panel}
        note={
          typeof query.data?.total === 'number' ? t('table.total', { count: query.data.total }) : undefined
        }
        actions={
          <TableTools
            {...props}
            address={address}
            change={change}
            shown={visible}
            selected={selected}
            onAct={() => setActing(selected)}
          />
        }
        footer={
          <TableFoot page={query.data} address={address} change={change} hasActs={actions.length > 0} />
        }
      >
        <TableBody
          {...props}
          columns={visible}
          rows={rows}
          cursorId={cursorId}
          onCursor={setCursorId}
          sort={address.sort}
          onSort={(sort) => change({ sort }, 'push')}
          selection={
            actions.length === 0
              ? null
              : {
                  isSelected: (id) => rowSelection[id] === true,
                  toggle: (id) => table.getRow(id).toggleSelected(),
                  areAll: table.getIsAllRowsSelected(),
                  toggleAll: () => table.toggleAllRowsSelected(),
                }
          }
          onActs={actions.length === 0 ? null : (row) => setActing([row])}
        />
      </Panel>
      <RowActions
        title={actingTitle(t, columns, acting)}
        actions={actions}
        rows={acting}
        onClose={() => setActing(NO_ROWS)}
      />
    </div>
  );
}

/** Those the address names, else all but the optional ones; ids it does not know count for nothing. */
const shownColumns = <Row,>(
  columns: readonly TableColumn<Row>[],
  chosen: readonly string[] | null,
): readonly string[] => {
  const known = columns.filter(({ id }) => chosen?.includes(id) === true).map(({ id }) => id);
  if (known.length > 0) return known;
  return columns.filter(({ isOptional }) => isOptional !== true).map(({ id }) => id);
};

type Texts = ReturnType<typeof useTranslation<'admin'>>['t'];

const actingTitle = <Row,>(t: Texts, columns: readonly TableColumn<Row>[], rows: readonly Row[]): string => {
  const [row] = rows;
  const name = row === undefined ? '' : String(columns[0]?.text(row) ?? '');
  return rows.length === 1 ? name : t('table.selected', { count: rows.length });
};
