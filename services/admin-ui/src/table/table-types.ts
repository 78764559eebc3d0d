import type { ReactNode } from 'react';

/** One page as every admin list answers it. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number | null | undefined;
}

/** What a list endpoint is asked; spread it into the query of the endpoint. */
export interface ListRequest {
  readonly q?: string;
  readonly sort?: string;
  readonly cursor?: string;
  readonly limit: number;
  readonly withTotal?: true;
  readonly filters: Readonly<Record<string, string>>;
}

export type LoadPage<Row> = (request: ListRequest, signal: AbortSignal) => Promise<ListPage<Row>>;

export interface TableColumn<Row> {
  /** Stable: part of addresses and exports, and the name the server sorts by. */
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The same as plain text, for exports. */
  readonly text: (row: Row) => string | number | null;
  readonly sortable?: boolean;
  /** Numbers stand at the end, under each other. */
  readonly end?: boolean;
  /** Not shown until chosen. */
  readonly isOptional?: boolean;
}

/** Narrows the list: one of a few values, or any text. */
export interface TableFilter {
  readonly id: string;
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly type?: 'text' | 'datetime-local';
}

/** An act on one row, or on all selected rows. */
export interface TableAction<Row> {
  readonly id: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly disabledReason?: string | undefined;
  readonly run: (rows: readonly Row[]) => void;
}
