import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Chart } from '../charts/Chart.tsx';
import { ConflictNotice } from '../confirm/ConflictNotice.tsx';
import { useMissingScope } from '../pages/use-operator.ts';
import { useTell } from '../shell/notices.ts';
import { renderInConsole } from '../testing/render-in-console.tsx';
import { DetailDrawer } from './DetailDrawer.tsx';

vi.mock('../charts/draw-chart.ts', () => ({
  drawChart: () => ({ point: () => undefined, destroy: () => undefined }),
}));

afterEach(cleanup);

it('closes a drawer by Escape', async () => {
  const onClose = vi.fn();
  await renderInConsole(
    <DetailDrawer title="mara_k" onClose={onClose}>
      <p>Her sessions</p>
    </DetailDrawer>,
  );
  expect(screen.getByRole('complementary', { name: 'mara_k' }).textContent).toContain('Her sessions');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows what changed meanwhile in three columns and offers both ways out', async () => {
  const onApply = vi.fn();
  const onReload = vi.fn();
  const fields = [{ id: 'tax', label: 'Tax', seen: '5 %', wanted: '7 %', now: '6 %' }];
  await renderInConsole(<ConflictNotice fields={fields} onReload={onReload} onApply={onApply} />);
  expect(screen.getByRole('row', { name: 'Tax 5 % 7 % 6 %' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Apply mine on top' }));
  expect([onApply, onReload].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
});

it('reads the values of a chart by keys and as a table', async () => {
  const data = {
    title: 'Credits a day',
    labels: ['1 Jan', '2 Jan'],
    labelTitle: 'Day',
    series: [{ id: 'in', label: 'Created', values: [12, null] }],
    formatValue: (value: number) => `${value} cr`,
  };
  await renderInConsole(<Chart name="credits" kind="line" data={data} />);
  screen.getByRole('img', { name: 'Credits a day' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('1 Jan · Created 12 cr')).toBeDefined();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('2 Jan · Created –'), 'no measurement is no 0').toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('row', { name: '2 Jan –' })).toBeDefined();
});

function Acts({ undo }: { undo: () => void }) {
  const tell = useTell();
  const missing = useMissingScope();
  return (
    <button type="button" onClick={() => tell({ text: missing('users.write') ?? 'done', undo })}>
      act
    </button>
  );
}

it('names the scope that is missing, and takes back what was applied at once', async () => {
  const undo = vi.fn();
  const { server } = await renderInConsole(<Acts undo={undo} />);
  await waitFor(() => expect(server.calls.some(({ path }) => path === '/admin/session')).toBe(true));
  await userEvent.click(screen.getByRole('button', { name: 'act' }));
  expect(await screen.findByText('Needs the scope users.write.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Needs the scope users.write.')).toBeNull();
});
