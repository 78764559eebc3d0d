import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInConsole } from '../testing/render-in-console.tsx';
import { DataTable } from './DataTable.tsx';
import type { ListPage, ListRequest, TableColumn } from './table-types.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name, text: ({ name }) => name, sortable: true },
  { id: 'count', title: 'Count', cell: ({ count }) => count, text: ({ count }) => count, end: true },
  { id: 'id', title: 'Id', cell: ({ id }) => id, text: ({ id }) => id, isOptional: true },
];
const rows: readonly Row[] = ['ana', 'ben', 'cid'].map((name, index) => ({
  id: `r${index}`,
  name,
  count: index,
}));

afterEach(cleanup);

const open = async (address = '/', page: ListPage<Row> = { items: rows, nextCursor: 'c2', total: 120 }) => {
  const asked: ListRequest[] = [];
  const onOpen = vi.fn();
  const suspend = vi.fn();
  const drawn = await renderInConsole(
    <DataTable
      name="people"
      title="People"
      columns={columns}
      rowId={({ id }) => id}
      defaultSort="name"
      emptyText="Nobody is here."
      searchLabel="Search people"
      filters={[{ id: 'state', label: 'State', options: [{ value: 'open', label: 'open' }] }]}
      load={async (request) => {
        asked.push(request);
        return page;
      }}
      onOpen={onOpen}
      actions={[{ id: 'suspend', label: 'Suspend', run: suspend }]}
    />,
    { address },
  );
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  return { asked, onOpen, suspend, search: () => drawn.address().slice(1) };
};

describe('a table of the console', () => {
  it('asks what its address says', async () => {
    const { asked } = await open('/?q=an&f=state:open&sort=-name&after=c1');
    expect(asked[0]).toEqual({
      q: 'an',
      sort: '-name',
      cursor: 'c1',
      limit: 50,
      withTotal: true,
      filters: { state: 'open' },
    });
  });

  it('keeps order, filter, page and columns in the address', async () => {
    const { asked, search } = await open();
    await screen.findByText('ben');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(search()).toBe('?after=c2');
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(search(), 'another order begins at its first page').toBe('?sort=-name');
    await userEvent.selectOptions(screen.getByLabelText('State'), 'open');
    expect(search()).toBe('?sort=-name&f=state%3Aopen');
    await userEvent.click(screen.getByLabelText('Id'));
    expect(search()).toContain('cols=name%2Ccount%2Cid');
    expect(await screen.findByText('r0')).toBeDefined();
    expect(asked.at(-1)).toMatchObject({ sort: '-name', filters: { state: 'open' } });
  });

  it('is walked by keys', async () => {
    const { onOpen, suspend } = await open();
    await screen.findByText('ben');
    await userEvent.keyboard('jj{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
    await userEvent.keyboard('xjx.');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Suspend' }));
    expect(suspend).toHaveBeenCalledWith([rows[1], rows[2]]);
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Search people'));
    await userEvent.keyboard('jo{Enter}');
    expect(onOpen, 'typing opens nothing').toHaveBeenCalledTimes(1);
  });

  it('says that there is nothing, in words', async () => {
    await open('/', { items: [], nextCursor: null, total: 0 });
    expect(await screen.findByText('Nobody is here.')).toBeDefined();
  });
});
