import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import styles from './Table.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface TableProps {
  /** Every table has one; hidden when the panel's heading says the same. */
  readonly caption: ReactNode;
  readonly showCaption?: boolean;
  /** Column widths come from the header row instead of the content. */
  readonly fixed?: boolean;
  /**
   * On a phone every row is a card: its row header, beside it the cell marked `data-aside`, and below each other cell
   * under the words of its `data-label`. Of the header row only what sorts stays.
   */
  readonly cards?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A real table with the house look; rows and cells are plain `tr`, `th`, `td`. */
export function Table({
  caption,
  showCaption = false,
  fixed = false,
  cards = false,
  className,
  children,
}: TableProps): ReactElement {
  return (
    <div className={clsx(styles.wrap, cards && styles.cards, className)}>
      <table className={clsx(styles.table, fixed && styles.fixed)}>
        {showCaption ? (
          <caption className={styles.caption}>{caption}</caption>
        ) : (
          <VisuallyHidden as="caption">{caption}</VisuallyHidden>
        )}
        {children}
      </table>
    </div>
  );
}

export type SortDirection = 'ascending' | 'descending';

export interface SortHeaderProps extends Omit<ComponentPropsWithRef<'th'>, 'onClick'> {
  readonly children: ReactNode;
  /** Direction if the table is sorted by this column. */
  readonly sorted: SortDirection | null;
  readonly onSort: () => void;
  readonly end?: boolean;
}

/** Head of a column that sorts. The direction is an arrow and `aria-sort`. */
export function SortHeader({
  children,
  sorted,
  onSort,
  end = false,
  className,
  ...rest
}: SortHeaderProps): ReactElement {
  return (
    <th {...rest} scope="col" aria-sort={sorted ?? undefined} className={clsx(end && styles.end, className)}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {children}
        {sorted !== null && <ObjectGlyph kind={sorted === 'ascending' ? 'up' : 'down'} />}
      </button>
    </th>
  );
}

/** A row that names the group below it: "They buy from you". */
export function GroupRow({ columns, children }: { columns: number; children: ReactNode }): ReactElement {
  return (
    <tr className={styles.group}>
      <th colSpan={columns} scope="rowgroup">
        {children}
      </th>
    </tr>
  );
}

/** A cell with a number: mono, at the end, so that digits stand under each other. */
export function NumberCell({ className, ...rest }: ComponentPropsWithRef<'td'>): ReactElement {
  return <td {...rest} className={clsx(styles.number, className)} />;
}
