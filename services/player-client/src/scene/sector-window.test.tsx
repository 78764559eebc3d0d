// @vitest-environment happy-dom
import { createI18n, I18nextProvider } from '@sw/i18n';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SectorWindow } from './SectorWindow.tsx';
import type { SceneMode, SceneSelection, SceneView } from './scene-types.ts';
import { buildSceneView, buildWarp } from './testing/scene-view.ts';

const i18n = await createI18n({ language: 'en', namespaces: ['common', 'game'] });

afterEach(cleanup);

interface Options {
  readonly view?: SceneView;
  readonly mode?: SceneMode;
  readonly selection?: SceneSelection | null;
}

function renderWindow({ view = buildSceneView(), mode = 'plate', selection = null }: Options = {}) {
  const handlers = { onMode: vi.fn(), onSelect: vi.fn(), onWarp: vi.fn() };
  render(
    <I18nextProvider i18n={i18n}>
      <SectorWindow
        view={view}
        mode={mode}
        facts={['Border', 'hazard 1']}
        typeText="open space"
        zoneText="Border"
        shipText={(type) => (type === 'scout_ship' ? 'Scout Ship' : type)}
        selection={selection}
        {...handlers}
      />
    </I18nextProvider>,
  );
  return handlers;
}

describe('SectorWindow', () => {
  it('names the place', () => {
    renderWindow();
    expect(screen.getByRole('region', { name: 'Sector view' })).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('#217 Halden Reach');
  });

  it('offers 3D, plate and text', () => {
    const { onMode } = renderWindow();
    fireEvent.click(screen.getByRole('radio', { name: 'Text' }));
    expect(onMode).toHaveBeenCalledWith('text');
  });

  it('shows the plate where WebGL is missing', () => {
    renderWindow({ mode: 'scene' });
    expect(screen.getByRole('list', { name: 'Warps on the ring' })).toBeDefined();
    expect(document.querySelector('canvas')).toBeNull();
  });
});

describe('the ring', () => {
  it('says where a warp leads and what it costs', () => {
    renderWindow({
      view: buildSceneView({
        warps: [
          buildWarp({
            hazard: 4,
            tradeCode: { sides: ['sells', null, 'buys', null], label: 'sells ore; buys equipment' },
          }),
          buildWarp({
            id: 'w245',
            key: '',
            number: 245,
            name: null,
            isVisited: false,
            isOneWay: true,
            turns: null,
          }),
          buildWarp({ id: 'w402', key: '2', number: 402, name: 'Orrery', kind: 'tunnel', turns: 1 }),
        ],
      }),
    });
    const ring = within(screen.getByRole('list', { name: 'Warps on the ring' }));
    expect(ring.getAllByRole('button').map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual([
      '1',
      null,
      '2',
    ]);
    expect(
      ring.getByRole('button', { name: /#188 Tessaly Yard.*hazard 4.*sells ore; buys equipment.*3 turns/ }),
    ).toBeDefined();
    expect(ring.getByRole('button', { name: /#245 uncharted.*one-way.*turns unknown/ })).toBeDefined();
    expect(ring.getByRole('button', { name: /#402 Orrery.*tunnel.*1 turn$/ })).toBeDefined();
  });

  it('selects with a press and takes the warp with a second or with Enter', () => {
    const { onSelect, onWarp } = renderWindow();
    const warp = screen.getByRole('button', { name: /Tessaly Yard/ });
    fireEvent.click(warp);
    expect(onSelect).toHaveBeenCalledWith({ kind: 'warp', id: 'w188' });
    expect(onWarp).not.toHaveBeenCalled();
    fireEvent.doubleClick(warp);
    expect(onWarp).toHaveBeenCalledWith('w188');
    fireEvent.keyDown(warp, { key: 'Enter' });
    expect(onWarp).toHaveBeenCalledTimes(2);
  });

  it('ignores a held key', () => {
    const { onWarp } = renderWindow();
    fireEvent.keyDown(screen.getByRole('button', { name: /Tessaly Yard/ }), { key: 'Enter', repeat: true });
    expect(onWarp).not.toHaveBeenCalled();
  });

  it('never takes a warp that cannot be taken, but selects it', () => {
    const view = buildSceneView({ warps: [buildWarp({ disabledReason: 'Needs 3, you have 1' })] });
    const { onSelect, onWarp } = renderWindow({ view });
    const warp = screen.getByRole('button', { name: /Tessaly Yard/ });
    expect(warp.getAttribute('aria-disabled')).toBe('true');
    expect(warp.title).toBe('Needs 3, you have 1');
    fireEvent.keyDown(warp, { key: 'Enter' });
    fireEvent.doubleClick(warp);
    expect(onSelect).toHaveBeenCalled();
    expect(onWarp).not.toHaveBeenCalled();
  });

  it('makes station, planet and ships buttons too', () => {
    const { onSelect } = renderWindow({ selection: { kind: 'station', id: 's1' } });
    const station = screen.getByRole('button', { name: /Halden Exchange Resource Exchange/ });
    expect(station.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: /Vesta II/ }));
    expect(onSelect).toHaveBeenLastCalledWith({ kind: 'planet', id: 'p1' });
    fireEvent.click(screen.getByRole('button', { name: 'Mara_K' }));
    expect(onSelect).toHaveBeenLastCalledWith({ kind: 'contact', id: 'c1' });
  });
});

describe('the text view', () => {
  it('says the sector in plain prose', () => {
    renderWindow({ mode: 'text' });
    for (const sentence of [
      'Sector 217, Halden Reach: open space, Border, hazard 1.',
      'One station: Halden Exchange (Resource Exchange).',
      'One planet: Vesta II (unclaimed).',
      'One ship in sight: Mara_K (Scout Ship).',
      'One warp:',
    ])
      expect(screen.getByText(sentence)).toBeDefined();
    expect(screen.getByRole('button', { name: /#188 Tessaly Yard.*3 turns/ })).toBeDefined();
  });

  it('says what is not there', () => {
    renderWindow({
      mode: 'text',
      view: buildSceneView({ stations: [], planets: [], contacts: [], warps: [] }),
    });
    expect(screen.getByText('No station.')).toBeDefined();
    expect(screen.getByText('You know of no warp from here.')).toBeDefined();
  });
});
