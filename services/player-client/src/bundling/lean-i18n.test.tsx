import type { I18nOptions, Namespace } from '@sw/i18n';
import { loadCatalogue, messageArguments, NAMESPACES } from '@sw/i18n';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IcuFormat } from './icu-format.ts';
import { createInstance } from './lean-i18next.ts';
import { I18nextProvider, initReactI18next, useTranslation } from './lean-react-i18next.tsx';

type CreateI18n = (options: I18nOptions) => Promise<ReturnType<typeof createInstance>>;

/** `createI18n` as a build has it. */
async function builtI18n(options: I18nOptions) {
  vi.doMock('i18next', () => ({ createInstance }));
  vi.doMock('i18next-icu', () => ({ default: IcuFormat }));
  vi.doMock('react-i18next', () => ({ I18nextProvider, initReactI18next, useTranslation }));
  const { createI18n } = await import('@sw/i18n');
  return (createI18n as unknown as CreateI18n)(options);
}

async function originalI18n(options: I18nOptions) {
  vi.doUnmock('i18next');
  vi.doUnmock('i18next-icu');
  vi.doUnmock('react-i18next');
  vi.resetModules();
  const { createI18n } = await import('@sw/i18n');
  return (createI18n as unknown as CreateI18n)(options);
}

beforeEach(() => {
  vi.resetModules();
});
afterEach(cleanup);

const COMMON: readonly Namespace[] = ['common'];

/** Everything that is asked of an instance, in one list: what differs stands out by name. */
async function answersOf(create: typeof builtI18n): Promise<Readonly<Record<string, unknown>>> {
  const missing = vi.fn();
  const english = await create({ language: 'en', namespaces: COMMON, onMissingKey: missing });
  const before = english.hasResourceBundle('en', 'game');
  await english.loadNamespaces(['game']);
  const german = await create({
    language: 'de',
    namespaces: COMMON,
    load: () => Promise.resolve({ 'action.close': 'Schließen' }),
  });
  const french = await create({
    language: 'fr',
    namespaces: COMMON,
    load: () => Promise.reject(new Error('offline')),
  });
  const pseudo = await create({ language: 'en-XA', namespaces: COMMON });
  return {
    singular: english.t('unit.turns', { count: 1 }),
    plural: english.t('common:unit.turns', { count: 3 }),
    namespaceOption: english.t('scene.view_plate', { ns: 'game' }),
    fixed: english.getFixedT(null, ['game', 'common'])('action.close'),
    fixedPrefixed: english.getFixedT(null, 'common')('game:scene.view_plate'),
    unknown: english.t('no.such_key'),
    unknownThere: english.t('game:no.such_key'),
    unknownTwice: english.t('no.such_key'),
    inherited: english.t('toString'),
    missing: missing.mock.calls,
    before,
    after: english.hasResourceBundle('en', 'game'),
    exists: [
      english.exists('status.turns', { ns: 'game' }),
      english.exists('status.nothing', { ns: 'game' }),
    ],
    resource: english.getResource('en', 'common', 'action.close'),
    noResource: english.getResource('en', 'common', 'no.such_key'),
    languages: [english.languages, german.languages],
    german: [german.t('action.close'), german.t('action.back')],
    french: french.t('action.close'),
    pseudo: pseudo.t('action.close'),
  };
}

describe('texts in a build', () => {
  it('answer everything that is asked of them as the original does', async () => {
    const built = await answersOf(builtI18n);
    const original = await answersOf(originalI18n);
    expect(built).toEqual(original);
    expect(built['unknown']).toBe('no.such_key');
  });

  for (const namespace of NAMESPACES)
    it(`find every text of ${namespace}`, async () => {
      const i18n = await builtI18n({ language: 'en', namespaces: [namespace] });
      for (const [key, message] of Object.entries(await loadCatalogue('en', namespace))) {
        const values = Object.fromEntries(messageArguments(message).map((name) => [name, 3]));
        expect(i18n.t(`${namespace}:${key}`, values)).toBe(new IcuFormat().parse(message, values, 'en'));
      }
    });

  it('ask again for what could not be loaded', async () => {
    const load = vi
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ 'action.close': 'Fermer' });
    const i18n = await builtI18n({ language: 'fr', namespaces: COMMON, load });
    expect(i18n.t('action.close')).toBe('Close');
    await i18n.loadNamespaces(COMMON);
    await i18n.loadNamespaces('common');
    expect(i18n.t('action.close')).toBe('Fermer');
    expect(load).toHaveBeenCalledTimes(2);
  });
});

function Label(): ReactElement {
  const { t, i18n } = useTranslation(['game', 'common']);
  return <p lang={i18n.language}>{`${t('scene.view_plate')}, ${t('action.close')}`}</p>;
}
function Lost(): ReactElement {
  return <p>{useTranslation('nowhere').t('a.key')}</p>;
}

describe('components in a build', () => {
  it('wait for the texts they name, and read the first namespace that has the key', async () => {
    const i18n = await builtI18n({ language: 'en', namespaces: COMMON });
    await act(async () => {
      render(
        <I18nextProvider i18n={i18n}>
          <Suspense fallback="…">
            <Label />
          </Suspense>
        </I18nextProvider>,
      );
    });
    expect((await screen.findByText('Plate, Close')).lang).toBe('en');
  });

  it('show keys rather than wait for ever for texts nobody has', async () => {
    const i18n = await builtI18n({ language: 'en', namespaces: COMMON });
    await act(async () => {
      render(
        <I18nextProvider i18n={i18n}>
          <Suspense fallback="…">
            <Lost />
          </Suspense>
        </I18nextProvider>,
      );
    });
    expect(await screen.findByText('a.key')).toBeDefined();
  });

  it('do not go without a provider', () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Label />)).toThrow('outside their provider');
    silence.mockRestore();
  });
});
