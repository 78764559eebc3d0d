import { expect, it } from 'vitest';
import { toCsv, toJson } from './export-rows.ts';
import type { TableColumn } from './table-types.ts';

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name, text: ({ name }) => name },
  { id: 'count', title: 'Count', cell: () => null, text: ({ count }) => count },
];

it('writes CSV that no spreadsheet executes or splits wrongly', () => {
  const rows = [
    { name: 'a "quoted", one', count: -3 },
    { name: '=HYPERLINK("x")', count: null },
    { name: 'two\nlines', count: 0 },
  ];
  expect(toCsv(columns, rows)).toBe(
    'Name,Count\r\n"a ""quoted"", one",-3\r\n"\'=HYPERLINK(""x"")",\r\n"two\nlines",0',
  );
});

it('writes JSON by column', () => {
  expect(JSON.parse(toJson(columns, [{ name: 'x', count: 1 }]))).toEqual([{ name: 'x', count: 1 }]);
});
