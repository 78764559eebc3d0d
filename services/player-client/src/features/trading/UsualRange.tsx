import { formatCredits, PriceRule } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import type { MarketRow } from '../../prices/market-types.ts';

export interface UsualRangeProps {
  readonly commodity: MarketRow['commodity'];
  readonly price: bigint | null;
  readonly ownCost: bigint | null;
  readonly wide?: boolean;
}

/** The price rule of a commodity, if the catalogue knows its usual range. */
export function UsualRange({
  commodity,
  price,
  ownCost,
  wide = false,
}: UsualRangeProps): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const range = useCatalogue().usualRange(commodity);
  if (range === null || price === null) return null;
  const params = {
    price: formatCredits(price, locale),
    low: formatCredits(range.low, locale),
    high: formatCredits(range.high, locale),
  };
  const label =
    ownCost === null
      ? t('common:price_rule.label', params)
      : t('common:price_rule.label_cost', { ...params, cost: formatCredits(ownCost, locale) });
  return (
    <PriceRule
      price={price}
      low={range.low}
      high={range.high}
      ownCost={ownCost ?? undefined}
      tone={ownCost === null ? 'neutral' : price > ownCost ? 'gain' : 'loss'}
      wide={wide}
      label={label}
    />
  );
}
