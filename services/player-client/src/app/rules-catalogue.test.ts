import { describe, expect, it } from 'vitest';
import { readCatalogue } from './rules-catalogue.ts';

describe('rules catalogue', () => {
  const catalogue = readCatalogue({
    hash: 'h',
    commodities: [{ key: 'ore', lo: 21, hi: 39 }, { key: 'fuel' }, 7],
    ranks: [{ level: 1, name: 'Recruit' }],
    shipTypes: [{ type: 'scout_ship', cargo: 20 }],
  });

  it('gives what it has', () => {
    expect(catalogue.usualRange('ore')).toEqual({ low: 21, high: 39 });
    expect(catalogue.rankName(1)).toBe('Recruit');
    expect(catalogue.shipType('scout_ship')).toMatchObject({ cargo: 20 });
  });

  it('has nothing to say about what it does not know', () => {
    expect(catalogue.usualRange('fuel')).toBeNull();
    expect(catalogue.rankName(9)).toBeNull();
    expect(readCatalogue('html').list('commodities')).toEqual([]);
  });
});
