import { describe, expect, it, vi } from 'vitest';
import { createI18n, ensureNamespaces } from './create-i18n.ts';

describe('createI18n', () => {
  it('reads English with plurals', async () => {
    const i18n = await createI18n({ language: 'en', namespaces: ['common'] });
    expect(i18n.t('unit.turns', { count: 1 })).toBe('1 turn');
    expect(i18n.t('common:unit.turns', { count: 3 })).toBe('3 turns');
  });

  it('loads a further namespace on request', async () => {
    const i18n = await createI18n({ language: 'en', namespaces: ['common'] });
    expect(i18n.hasResourceBundle('en', 'game')).toBe(false);
    await ensureNamespaces(i18n, ['game']);
    expect(i18n.t('game:scene.view_plate')).toBe('Plate');
  });

  it('makes the pseudo-locale from English', async () => {
    const i18n = await createI18n({ language: 'en-XA', namespaces: ['common'] });
    expect(i18n.t('action.close')).toBe('[Çļöšé~~]');
  });

  it('asks the loader for another language and falls back to English', async () => {
    const load = vi.fn(async () => ({ 'action.close': 'Schließen' }));
    const i18n = await createI18n({ language: 'de', namespaces: ['common'], load });
    expect(load).toHaveBeenCalledWith('de', 'common');
    expect(i18n.t('action.close')).toBe('Schließen');
    expect(i18n.t('action.back')).toBe('Back');
  });

  it('falls back to English when the loader fails', async () => {
    const load = vi.fn(() => Promise.reject(new Error('offline')));
    const i18n = await createI18n({ language: 'fr', namespaces: ['common'], load });
    expect(i18n.t('action.close')).toBe('Close');
  });

  it('reports a missing key once', async () => {
    const onMissingKey = vi.fn();
    const i18n = await createI18n({ language: 'en', namespaces: ['common'], onMissingKey });
    const anyKey = i18n.t as (key: string) => string;
    anyKey('no.such_key');
    anyKey('no.such_key');
    expect(onMissingKey.mock.calls).toEqual([['common', 'no.such_key']]);
  });
});
