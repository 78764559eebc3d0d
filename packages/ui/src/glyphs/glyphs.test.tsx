// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CommodityGlyph } from './CommodityGlyph.tsx';
import { COMMODITY_KEYS } from './commodity-glyphs.ts';
import { Wordmark } from './Logo.tsx';
import { sectorPath } from './sector-glyphs.ts';
import { shipPath } from './ship-glyphs.ts';
import { ObjectGlyph, ShipGlyph } from './signs.tsx';

afterEach(cleanup);

const SHIPS = [
  'escape_pod',
  'light_freighter',
  'scout_ship',
  'fast_courier',
  'cargo_hauler',
  'defender',
  'colony_ship',
  'carrier',
  'warp_jumper',
];
const SECTORS = [
  'standard',
  'nebula',
  'asteroid_field',
  'radiation_zone',
  'black_hole',
  'star_cluster',
  'void',
];

describe('glyphs', () => {
  it('differ from each other', () => {
    expect(new Set(SHIPS.map(shipPath)).size).toBe(SHIPS.length);
    expect(new Set(SECTORS.map(sectorPath)).size).toBe(SECTORS.length);
  });

  it('have a fallback for what a newer server sends', () => {
    expect(shipPath('dreadnought')).not.toBe('');
    expect(sectorPath('rift')).toBe(sectorPath('standard'));
    const { container } = render(<CommodityGlyph commodity="spice" />);
    expect(container.querySelector('path')).not.toBeNull();
  });

  it('give every commodity a hue of its own', () => {
    const { container } = render(COMMODITY_KEYS.map((key) => <CommodityGlyph key={key} commodity={key} />));
    const classes = [...container.querySelectorAll('svg')].map((svg) => svg.getAttribute('class'));
    expect(new Set(classes).size).toBe(COMMODITY_KEYS.length);
  });

  it('are silent beside text and named alone', () => {
    const { container } = render(<ObjectGlyph kind="hazard" />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    render(<ShipGlyph type="carrier" label="Carrier" />);
    expect(screen.getByRole('img', { name: 'Carrier' })).toBeDefined();
  });

  it('draw the name as a picture with a name', () => {
    render(<Wordmark label="SectorWars 2102" />);
    expect(screen.getByRole('img', { name: 'SectorWars 2102' }).querySelectorAll('path')).toHaveLength(14);
  });
});
