import type { AdminRegion, AdminRegionDetail } from '@sw/contracts/admin';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../../testing/fake-server.ts';
import { renderInConsole } from '../../testing/render-in-console.tsx';
import { RegionsPage } from './RegionsPage.tsx';

const AT = '2102-01-01T00:00:00.000Z';
const kepler: AdminRegion = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'kepler',
  code: 'KEP',
  title: 'Kepler Reach',
  kind: 'player_owned',
  status: 'active',
  owner: { userId: '01900000-0000-7000-8000-000000000002', username: 'mara' },
  sectorCount: 500,
  isManaged: false,
  onlinePlayers: 4,
  activePlayers: 12,
  version: null,
  reportedAt: null,
  createdAt: AT,
  suspendedAt: null,
  terminatedAt: null,
};
const detail = (more: object = {}) => ({
  ...kepler,
  firstSectorId: 5301,
  seed: 'seed',
  generatorVersion: 1,
  planHash: 'abcdef',
  link: { gateway: 5551, nexus: 302 },
  zones: [{ kind: 'border', name: 'Border', startNumber: 167, endNumber: 333, policing: 6, danger: 3 }],
  governance: { regionTaxBp: 1000, linkToll: 250, entryPolicy: 'open' },
  treasury: 1500,
  ships: 3,
  evacuatedAt: null,
  events: [{ at: AT, step: 'attached', outcome: 'done', detail: null }],
  server: null,
  operation: null,
  isManagerSilent: false,
  ...more,
});

afterEach(cleanup);

const open = async (address = '/regions', region: object = detail()) => {
  const server = new FakeServer();
  server.answer('GET /admin/regions', { status: 200, body: { items: [kepler], nextCursor: null, total: 1 } });
  server.answer('GET /admin/regions/kepler', { status: 200, body: region });
  const drawn = await renderInConsole(<RegionsPage />, { server, address, path: '/regions/:name?' });
  await screen.findByText('KEP');
  return { ...drawn, server };
};
const sent = (server: FakeServer, path: string) =>
  server.calls.find((call) => call.method === 'POST' && call.path === path);

describe('the page of regions', () => {
  it('shows the registry, and a region beside it with every step of its life', async () => {
    const { address } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Kepler Reach' }));
    expect(address()).toBe('/regions/kepler');
    const drawer = await screen.findByRole('complementary');
    expect(await within(drawer).findByText('attached to the Nexus')).toBeDefined();
    expect(within(drawer).getByText('5301 – 5800')).toBeDefined();
    expect(within(drawer).getByText('policing 6, danger 3')).toBeDefined();
  });

  it('ends a region only when its name is typed and a reason given', async () => {
    const { server } = await open('/regions/kepler');
    server.answer('POST /admin/regions/kepler/terminate', {
      status: 202,
      body: detail({ status: 'terminated' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Terminate' }));
    const dialog = await screen.findByRole('alertdialog');
    const confirm = () => within(dialog).getByRole('button', { name: 'Terminate' });
    await userEvent.click(confirm());
    expect(sent(server, '/admin/regions/kepler/terminate')).toBeUndefined();
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'its owner asked for it');
    await userEvent.type(within(dialog).getByLabelText(/Type kepler/), 'kepler');
    await userEvent.click(confirm());
    await waitFor(() => expect(sent(server, '/admin/regions/kepler/terminate')).toBeDefined());
    expect(sent(server, '/admin/regions/kepler/terminate')?.body).toEqual({
      reason: 'its owner asked for it',
      confirm: 'kepler',
    });
  });

  it('makes a region of what was filled in, and says what the server refuses', async () => {
    const { server } = await open();
    server.answer('POST /admin/regions', problem(409, 'already_exists', { field: 'name' }));
    await userEvent.click(screen.getByRole('button', { name: 'New region' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Name'), 'vega');
    await userEvent.type(within(dialog).getByLabelText('Display name'), 'Vega Rim');
    await userEvent.type(within(dialog).getByLabelText('Owner (username)'), 'mara');
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'bought by its owner');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make region' }));
    await within(dialog).findByRole('alert');
    expect(sent(server, '/admin/regions')?.body).toMatchObject({
      name: 'vega',
      displayName: 'Vega Rim',
      owner: 'mara',
      totalSectors: 500,
      zones: {},
    });
  });

  it('says that a manager is silent, and what step of its operation failed', async () => {
    const operation: NonNullable<AdminRegionDetail['operation']> = {
      id: kepler.id,
      region: 'kepler',
      kind: 'provision',
      state: 'failed',
      step: 'database',
      steps: [{ name: 'database', state: 'failed' }],
      attempts: 5,
      error: { code: 'disk_full', step: 'database', message: 'No space is left.' },
      createdAt: AT,
      updatedAt: AT,
    };
    await open(
      '/regions/kepler',
      detail({ isManaged: true, status: 'failed', isManagerSilent: true, operation }),
    );
    expect(await screen.findByText('disk_full: No space is left.')).toBeDefined();
    expect(screen.getByText(/The region-manager does not answer/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Suspend' })).toBeNull();
  });
});
