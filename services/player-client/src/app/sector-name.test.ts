import { describe, expect, it } from 'vitest';
import { sectorName, sectorTitle } from './sector-name.ts';

describe('name of a sector', () => {
  it('is its own, else that of its station', () => {
    expect(sectorTitle({ number: 1, name: 'Sol' }, 'Sol Station')).toBe('#1 Sol');
    expect(sectorTitle({ number: 4, name: 'TER-4' }, 'Goldwell Shaft')).toBe('#4 Goldwell Shaft');
    expect(sectorTitle({ number: 4, name: null }, 'Goldwell Shaft')).toBe('#4 Goldwell Shaft');
  });

  it('is never a code that repeats the number', () => {
    expect(sectorTitle({ number: 2, name: 'TER-2' })).toBe('#2');
    expect(sectorName({ number: 2, name: 'K9-2' }, null)).toBeNull();
    expect(sectorName({ number: 2, name: '' })).toBeNull();
  });

  it('may look like the code of another sector', () => {
    expect(sectorName({ number: 2, name: 'TER-22' })).toBe('TER-22');
  });
});
