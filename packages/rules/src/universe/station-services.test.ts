import { describe, expect, it } from 'vitest';
import { COMMODITY_KEYS } from '../economy/commodities.ts';
import type { StationTraits } from './station-services.ts';
import { defaultSecurityTier, defaultServices } from './station-services.ts';

const PLAIN: StationTraits = { stationClass: 6, facility: 'none', type: 'trading', market: [] };

describe('defaultServices (economy 2.3)', () => {
  it.each<[string, Partial<StationTraits>, string[]]>([
    ['an ordinary market', {}, ['ship_repair', 'contract_board']],
    [
      'a capital',
      { stationClass: 0, type: 'diplomatic' },
      [
        'ship_repair',
        'ship_dealer',
        'ship_upgrades',
        'drone_shop',
        'insurance',
        'bank',
        'warehouse',
        'contract_board',
        'diplomatic',
      ],
    ],
    ['a black hole', { stationClass: 8, type: 'outpost' }, ['mine_dealer', 'contract_board']],
    ['a nova', { stationClass: 9, type: 'outpost' }, []],
    ['a military post', { type: 'military' }, ['ship_repair', 'drone_shop', 'mine_dealer', 'contract_board']],
    [
      'a tech hub',
      { stationClass: 11, type: 'scientific', market: [{ commodity: 'equipment' }] },
      [
        'ship_repair',
        'ship_dealer',
        'ship_upgrades',
        'genesis_dealer',
        'refining_facility',
        'contract_board',
      ],
    ],
    [
      'a SpaceDock',
      { facility: 'spacedock', type: 'shipyard' },
      [
        'ship_repair',
        'ship_dealer',
        'ship_upgrades',
        'drone_shop',
        'genesis_dealer',
        'mine_dealer',
        'insurance',
        'bank',
        'contract_board',
        'casino',
      ],
    ],
    [
      'a TradeDock',
      { facility: 'tradedock' },
      [
        'ship_repair',
        'ship_dealer',
        'ship_upgrades',
        'drone_shop',
        'insurance',
        'bank',
        'warehouse',
        'market_intelligence',
        'contract_board',
      ],
    ],
  ])('%s', (_name, traits, services) => {
    expect(defaultServices({ ...PLAIN, ...traits })).toEqual(services);
  });

  it('never refines where ore or precious metals are traded', () => {
    const market = COMMODITY_KEYS.map((commodity) => ({ commodity }));
    const dock: StationTraits = { stationClass: 11, facility: 'tradedock', type: 'scientific', market };
    expect(defaultServices(dock)).not.toContain('refining_facility');
  });
});

describe('defaultSecurityTier (economy 2.2)', () => {
  it.each([
    [0, 'none', true, 'premium'],
    [3, 'spacedock', true, 'standard'],
    [7, 'none', true, 'standard'],
    [8, 'none', false, 'none'],
    [6, 'none', true, 'none'],
    [6, 'none', false, 'basic'],
  ] as const)('class %i, facility %s, open %s is %s', (stationClass, facility, isOpen, tier) => {
    expect(defaultSecurityTier(stationClass, facility, isOpen)).toBe(tier);
  });
});
