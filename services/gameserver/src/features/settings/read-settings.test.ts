import { describe, expect, it } from 'vitest';
import { defaultSettings } from './default-settings.ts';
import { readSettings } from './read-settings.ts';

describe('readSettings', () => {
  it('knows defaults that the contract accepts', () => {
    expect(readSettings(defaultSettings('de'), 'en')).toEqual(defaultSettings('de'));
    expect(readSettings({}, 'fr')).toEqual(defaultSettings('fr'));
  });

  it('drops what it does not know and what is not valid', () => {
    const stored = { theme: 'terminal', density: 'airy', textScale: 9000, macros: ['x'], stopOn: [] };
    expect(readSettings(stored, 'en')).toEqual({ ...defaultSettings('en'), theme: 'terminal', stopOn: [] });
  });
});
