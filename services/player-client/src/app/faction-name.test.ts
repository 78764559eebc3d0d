import { createI18n } from '@sw/i18n';
import { FACTIONS } from '@sw/rules';
import { describe, expect, it } from 'vitest';
import { factionName } from './faction-name.ts';

const { t } = await createI18n({ language: 'en', namespaces: ['common'] });

describe('faction names', () => {
  it('are those of the roster', () => {
    expect(FACTIONS.map(({ code }) => factionName(code, t))).toEqual(FACTIONS.map(({ name }) => name));
  });

  it('never show a key', () => {
    expect(factionName('free_haulers', t)).toBe('free haulers');
  });
});
