import { formatBasisPoints, formatCredits, formatInteger, formatPercent } from '@sw/ui';
import type { Translate } from '../../app/text.ts';
import type { Look, Ref } from './manual-topics.ts';

/** What writes the manual: the catalogue as it came, the words, and how numbers look in this language. */
export interface Writer {
  readonly catalogue: unknown;
  readonly t: Translate;
  readonly locale: string;
}

/** The value at a path of the catalogue; undefined where this server's has none. */
export function valueAt(catalogue: unknown, path: string): unknown {
  let value = catalogue;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** A value in its look; null for what has none. */
export function shownNumber({ t, locale }: Writer, value: unknown, look: Look): string | null {
  if (look === 'shipType') return typeof value === 'string' ? keyText(t, `common:ship_type.${value}`) : null;
  return typeof value === 'number' ? LOOKS[look](value, locale, t) : null;
}

const LOOKS: Readonly<
  Record<Exclude<Look, 'shipType'>, (value: number, locale: string, t: Translate) => string>
> = {
  count: formatInteger,
  credits: (value, locale, t) => t('common:unit.credits', { amount: formatCredits(value, locale) }),
  percent: formatPercent,
  basisPoints: (value, locale) => formatBasisPoints(value, locale),
  signedBasisPoints: (value, locale) => formatBasisPoints(value, locale, true),
};

/** A text whose key is made of data. */
export const keyText = (t: Translate, key: string, params: Readonly<Record<string, string>> = {}): string =>
  (t as (key: string, params: Readonly<Record<string, string>>) => string)(key, params);

/** The parameters of a sentence; null where the catalogue lacks one, so that the sentence is left out. */
export function paramsOf(
  writer: Writer,
  refs: Readonly<Record<string, Ref>>,
): Readonly<Record<string, string>> | null {
  const params: Record<string, string> = {};
  for (const [name, ref] of Object.entries(refs)) {
    const { path, as } = typeof ref === 'string' ? { path: ref, as: 'count' as const } : ref;
    const shown = shownNumber(writer, valueAt(writer.catalogue, path), as);
    if (shown === null) return null;
    params[name] = shown;
  }
  return params;
}
