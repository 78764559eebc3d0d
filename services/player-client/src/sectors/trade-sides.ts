import type { TradeSide, TradeSides } from '@sw/ui';
import type { Translate } from '../app/text.ts';

const SIDE_OF_LETTER: Readonly<Record<string, TradeSide>> = { B: 'buys', S: 'sells', X: 'both', '-': null };
const GOODS = ['ore', 'organics', 'equipment', 'fuel'] as const;

/** The four letters of a trade code (ore, organics, equipment, fuel) as sides. */
export function tradeSidesOf(code: string): TradeSides {
  const side = (place: number): TradeSide => SIDE_OF_LETTER[code[place] ?? '-'] ?? null;
  return [side(0), side(1), side(2), side(3)];
}

const CHART_SIDES: readonly TradeSide[] = [null, 'buys', 'sells', 'both'];

/** The same from a chart row: four base-4 digits, ore first. Null where the chart does not know. */
export function tradeSidesOfChart(value: number): TradeSides | null {
  if (value < 0) return null;
  const side = (place: number): TradeSide => CHART_SIDES[Math.floor(value / 4 ** (3 - place)) % 4] ?? null;
  return [side(0), side(1), side(2), side(3)];
}

/** A trade code in words: "sells ore, organics; buys equipment". */
export function tradeCodeText(sides: TradeSides, t: Translate): string {
  const goods = (wanted: TradeSide) =>
    GOODS.filter((_, place) => sides[place] === wanted)
      .map((good) => t(`common:commodity_word.${good}`))
      .join(', ');
  const parts = [
    [goods('sells'), 'common:trade_code.sells'],
    [goods('buys'), 'common:trade_code.buys'],
    [goods('both'), 'common:trade_code.both'],
  ] as const;
  const said = parts.filter(([names]) => names !== '').map(([names, key]) => t(key, { goods: names }));
  return said.length === 0 ? t('common:trade_code.none') : said.join('; ');
}
