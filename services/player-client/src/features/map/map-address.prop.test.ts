import { commodityKey } from '@sw/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './map-address.ts';
import { isPriced, MAP_MODES, OVERLAYS } from './map-store.ts';

const number = fc.integer({ min: 1, max: 5_000 });

describe('the address of the map', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MAP_MODES),
        fc.constantFrom(...OVERLAYS),
        fc.constantFrom(...commodityKey.options),
        number,
        fc.array(number, { minLength: 1, maxLength: 9 }),
        (mode, overlay, commodity, sel, route) => {
          const read = readAddress(
            writeAddress({ mode, overlay, commodity, sel, route, region: 'terran-space' }),
          );
          expect(read).toEqual({
            region: 'terran-space',
            sel,
            route,
            ...(mode === '2d' ? {} : { mode }),
            ...(overlay === 'trade' ? {} : { overlay }),
            ...(isPriced(overlay) ? { commodity } : {}),
          });
        },
      ),
    );
  });

  it('says nothing of what is the usual', () => {
    expect(writeAddress({ mode: '2d', overlay: 'trade', route: [] }).toString()).toBe('');
  });

  it.each([
    'mode=4d',
    'sel=0',
    'sel=-3',
    'sel=1e3',
    'sel=99999999',
    'overlay=constructor',
    'overlay=trade.fuel.x&sel=x',
    'route=',
    'route=1--2',
    'route=1-2-3-4-5-6-7-8-9-10',
    'route=a',
    'region=../admin',
    'region=%00',
  ])('takes nothing from %s', (query) => {
    const { overlay, ...rest } = readAddress(new URLSearchParams(query));
    expect(rest).toEqual({});
    expect(overlay === undefined || overlay === 'trade').toBe(true);
  });

  it('may hold anything without harm', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        const address = readAddress(new URLSearchParams([[key, value]]));
        expect(readAddress(writeAddress(address))).toEqual({
          ...address,
          ...(address.mode === '2d' ? { mode: undefined } : {}),
        });
      }),
    );
  });
});
