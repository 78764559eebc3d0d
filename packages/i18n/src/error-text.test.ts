import { describe, expect, it } from 'vitest';
import { createI18n } from './create-i18n.ts';
import { errorText } from './error-text.ts';

const english = await createI18n({ language: 'en', namespaces: ['errors'] });
const german = await createI18n({
  language: 'de',
  namespaces: ['errors'],
  load: async () => ({ must_undock: 'Erst ablegen.' }),
});

describe('errorText', () => {
  it('says it with numbers when they came along', () => {
    expect(errorText(english, 'insufficient_turns', { need: 3, have: 1 })).toBe('Needs 3, you have 1.');
  });

  it('does without numbers when one is missing', () => {
    expect(errorText(english, 'insufficient_turns', { need: 3, have: null })).toBe(
      'Not enough turns. Wait for more.',
    );
    expect(errorText(english, 'insufficient_turns')).toBe('Not enough turns. Wait for more.');
  });

  it('counts in words', () => {
    expect(errorText(english, 'rate_limited', { retryAfterS: 1 })).toBe('Too many requests. Wait 1 second.');
  });

  it('names a code it does not know', () => {
    expect(errorText(english, 'from_the_future')).toBe('This did not work (from_the_future).');
  });

  it('uses the fallback language where a translation is missing', () => {
    expect(errorText(german, 'must_undock')).toBe('Erst ablegen.');
    expect(errorText(german, 'must_lift_off')).toBe('Lift off first.');
  });
});
