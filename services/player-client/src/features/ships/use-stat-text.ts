import { formatDecimal, formatInteger } from '@sw/ui';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';

/** Names and values of ship statistics in words; a statistic this program does not know keeps its key. */
export function useStatText() {
  const t = useText();
  const { i18n } = useGame();
  const locale = useLocale();
  const known = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: 'ships' }) ? (t as (key: string) => string)(`ships:${key}`) : otherwise;
  return {
    name: (stat: string): string => known(`stat.${stat}`, stat),
    value: (stat: string, value: number): string =>
      stat === 'wearPerDayX100'
        ? t('ships:value.percent', { value: formatDecimal(value / 100, locale, 1) })
        : formatInteger(value, locale),
    ability: (ability: string | undefined): string =>
      ability === undefined ? '' : known(`ability.${ability}`, ability),
  };
}
