import { Panel, Table } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { usePanelState } from '../../app/panel-states.ts';
import { LoadMore } from './LoadMore.tsx';

export interface LedgerTableProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly query: Parameters<typeof usePanelState>[0] & Parameters<typeof LoadMore>[0]['query'];
  readonly isEmpty: boolean;
  /** What is said where nothing is listed. */
  readonly empty: string;
  readonly columns: readonly { readonly name: string; readonly end?: boolean }[];
  readonly children: ReactNode;
}

/** A book: its rows, its standard states, and the way further back. */
export function LedgerTable({
  title,
  note,
  query,
  isEmpty,
  empty,
  columns,
  children,
}: LedgerTableProps): ReactElement {
  const state = usePanelState(query, title, 8);
  return (
    <>
      <Panel
        title={title}
        note={note}
        state={state.kind === 'ready' && isEmpty ? { kind: 'empty', text: empty } : state}
      >
        <Table caption={title} cards>
          <thead>
            <tr>
              {columns.map(({ name, end }) => (
                <th key={name} scope="col" className={end === true ? 'end' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </Table>
      </Panel>
      <LoadMore query={query} />
    </>
  );
}
