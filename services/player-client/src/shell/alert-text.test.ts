import { ALERT_KEYS } from '@sw/contracts';
import { createI18n } from '@sw/i18n';
import { describe, expect, it } from 'vitest';
import { alertText } from './alert-text.ts';

const NOW = Date.parse('2102-03-04T05:00:00Z');
const i18n = await createI18n({ language: 'en', namespaces: ['game'] });

const alertOf = (key: string) => ({
  id: 'a',
  kind: 'system',
  severity: 'warning' as const,
  key,
  params: { station: 'Halden Exchange', until: '2102-03-04T05:40:00Z' },
  link: null,
  at: '2102-03-04T05:00:00Z',
});

describe('the text of an alert', () => {
  it.each(ALERT_KEYS)('%s has words of its own', (key) => {
    const text = alertText(i18n, alertOf(key), NOW);
    expect(text).not.toBe(alertText(i18n, alertOf('from_the_future'), NOW));
    expect(text).not.toMatch(/[{}]|alert\./);
  });

  it('says what it is about and how long it lasts', () => {
    expect(alertText(i18n, alertOf('shelter_ending'), NOW)).toMatch(/^Halden Exchange .* 40\sm more$/);
  });

  it('names the kind of one this build has no words for', () => {
    expect(alertText(i18n, alertOf('from_the_future'), NOW)).toBe('Notice: system');
  });
});
