import type { Translate } from './text.ts';

/** Name of a faction; one this build does not know is called by its code, in words. */
export function factionName(code: string, t: Translate): string {
  const translate = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return translate(`common:faction.${code}`, { defaultValue: code.replaceAll('_', ' ') });
}
