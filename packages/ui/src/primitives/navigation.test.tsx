// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommandList } from './CommandList.tsx';
import type { SheetSnap } from './Sheet.tsx';
import { Sheet } from './Sheet.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { SortHeader, Table } from './Table.tsx';
import { Tabs } from './Tabs.tsx';

afterEach(cleanup);

const TABS = [
  { id: 'warps', label: 'Warps', count: 5 },
  { id: 'here', label: 'Here', count: 4 },
  { id: 'contacts', label: 'Contacts', count: 3 },
] as const;

function Sector() {
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('warps');
  return (
    <Tabs label="Sector" tabs={TABS} selected={tab} onSelect={setTab}>
      <p>panel of {tab}</p>
    </Tabs>
  );
}

describe('Tabs', () => {
  it('ties the panel to its tab, with one tab in the tab order', () => {
    render(<Sector />);
    expect(screen.getByRole('tablist', { name: 'Sector' })).toBeDefined();
    expect(screen.getByRole('tabpanel', { name: /Warps/ }).textContent).toBe('panel of warps');
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });

  it('moves with arrows, Home and End, around the ends', () => {
    render(<Sector />);
    const selected = () => screen.getByRole('tab', { selected: true });
    fireEvent.keyDown(selected(), { key: 'ArrowRight' });
    expect(selected().textContent).toBe('Here4');
    expect(document.activeElement).toBe(selected());
    fireEvent.keyDown(selected(), { key: 'End' });
    expect(selected().textContent).toBe('Contacts3');
    fireEvent.keyDown(selected(), { key: 'ArrowRight' });
    expect(selected().textContent).toBe('Warps5');
    fireEvent.keyDown(selected(), { key: 'ArrowLeft' });
    expect(selected().textContent).toBe('Contacts3');
  });
});

const COMMANDS = [
  { id: 'map', label: 'Map', group: 'Screens', hotkey: 'g m' },
  { id: 'log', label: 'Log', group: 'Screens' },
  { id: 's217', label: '#217 Halden Reach', group: 'Sectors' },
];

function Palette({ onPick }: { onPick: (id: string) => void }) {
  const [query, setQuery] = useState('');
  const options = COMMANDS.filter((option) => option.label.toLowerCase().includes(query));
  return (
    <CommandList
      label="Search"
      query={query}
      onQuery={setQuery}
      options={options}
      onPick={(option) => onPick(option.id)}
      emptyText="Nothing fits."
    />
  );
}

describe('CommandList', () => {
  const field = () => screen.getByRole('combobox', { name: 'Search' });

  it('chooses with the arrows and picks with Enter, focus staying in the field', () => {
    const pick = vi.fn();
    render(<Palette onPick={pick} />);
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    const active = screen.getByRole('option', { selected: true });
    expect(active.textContent).toContain('#217');
    expect(field().getAttribute('aria-activedescendant')).toBe(active.id);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(pick).toHaveBeenCalledWith('s217');
  });

  it('starts again at the top with every letter', () => {
    const pick = vi.fn();
    render(<Palette onPick={pick} />);
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    fireEvent.change(field(), { target: { value: 'a' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(pick).toHaveBeenCalledWith('map');
  });

  it('says that nothing fits', () => {
    const pick = vi.fn();
    render(<Palette onPick={pick} />);
    fireEvent.change(field(), { target: { value: 'zzz' } });
    expect(screen.getByRole('status').textContent).toBe('Nothing fits.');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(pick).not.toHaveBeenCalled();
  });

  it('names each group once', () => {
    render(<Palette onPick={vi.fn()} />);
    expect(screen.getAllByText('Screens')).toHaveLength(1);
  });
});

function Basket() {
  const [snap, setSnap] = useState<SheetSnap>('peek');
  return (
    <Sheet label="Basket" snap={snap} onSnap={setSnap} handleLabel="Show more" peek={<p>+1,744</p>}>
      <p>lines</p>
    </Sheet>
  );
}

describe('Sheet', () => {
  const snap = () => screen.getByRole('region', { name: 'Basket' }).dataset['snap'];
  const handle = () => screen.getByRole('button', { name: 'Show more' });

  it('goes through its points by presses', () => {
    render(<Basket />);
    expect(handle().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(handle());
    expect(snap()).toBe('half');
    fireEvent.click(handle());
    expect(snap()).toBe('full');
    fireEvent.click(handle());
    expect(snap()).toBe('peek');
  });

  it('goes by arrows and closes with Escape', () => {
    render(<Basket />);
    fireEvent.keyDown(handle(), { key: 'ArrowUp' });
    fireEvent.keyDown(handle(), { key: 'ArrowUp' });
    expect(snap()).toBe('full');
    fireEvent.keyDown(handle(), { key: 'ArrowDown' });
    expect(snap()).toBe('half');
    fireEvent.keyDown(handle(), { key: 'Escape' });
    expect(snap()).toBe('peek');
  });
});

describe('Table', () => {
  it('has a caption and columns that sort', () => {
    const sort = vi.fn();
    render(
      <Table caption="Market at Halden Exchange">
        <thead>
          <tr>
            <SortHeader sorted="descending" onSort={sort}>
              margin
            </SortHeader>
          </tr>
        </thead>
      </Table>,
    );
    expect(screen.getByRole('table', { name: 'Market at Halden Exchange' })).toBeDefined();
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: 'margin' }));
    expect(sort).toHaveBeenCalledOnce();
  });
});

describe('SkipLinks', () => {
  it('moves the focus without touching the address', () => {
    render(
      <>
        <SkipLinks links={[{ target: 'stage', label: 'Skip to content' }]} />
        <main id="stage">content</main>
      </>,
    );
    fireEvent.click(screen.getByRole('link', { name: 'Skip to content' }));
    expect(document.activeElement?.id).toBe('stage');
    expect(location.hash).toBe('');
  });
});
