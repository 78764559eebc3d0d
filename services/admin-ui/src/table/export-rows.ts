import type { TableColumn } from './table-types.ts';

/** A cell that a spreadsheet would take for a formula is shown as text. */
const FORMULA = /^[=+\-@\t\r]/;

const csvCell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV (RFC 4180) with a line of titles. */
export const toCsv = <Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string =>
  [
    columns.map(({ title }) => csvCell(title)).join(','),
    ...rows.map((row) => columns.map(({ text }) => csvCell(text(row))).join(',')),
  ].join('\r\n');

/** Rows as JSON, each an object by column id. */
export const toJson = <Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(({ id, text }) => [id, text(row)]))),
    null,
    2,
  );

/** Hands a text to the browser as a file. */
export const saveFile = (name: string, type: string, content: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
