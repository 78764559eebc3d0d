import type { CommodityCode } from '@sw/contracts';
import { Button, formatCredits, NumberField, Switch } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useGame, useLocale, useRunningAct } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import styles from './PriceAlerts.module.css';
import { createPriceAlertCommands } from './price-alert-commands.ts';

export interface PriceWatchProps {
  readonly stationId: string;
  readonly commodity: CommodityCode;
  /** What the player would do here: he waits for a low price to buy, for a high one to sell. */
  readonly side: 'buy' | 'sell';
  readonly price: bigint;
}

/** Digits of a watched price the field takes; the server has the last word. */
const LARGEST = 999_999;

/** The price watch of a line: closed it is one button, open it asks for a price. */
export function PriceWatch({ stationId, commodity, side, price }: PriceWatchProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const services = useGame();
  const reason = useReason();
  const running = useRunningAct();
  const commands = useMemo(() => createPriceAlertCommands(services), [services]);
  const days = useCatalogue().number('caps.alertDays') ?? 1;
  const better = Number(price) + (side === 'sell' ? 1 : -1);
  const [limit, setLimit] = useState<number | null>(null);
  const [repeats, setRepeats] = useState(false);
  if (limit === null)
    return (
      <Button variant="quiet" size="small" onClick={() => setLimit(Math.max(1, better))}>
        {t('trade:alerts.open')}
      </Button>
    );
  return (
    <div className={styles.watch}>
      <NumberField
        label={t(side === 'sell' ? 'trade:alerts.sell_gte' : 'trade:alerts.buy_lte')}
        value={limit}
        onChange={setLimit}
        max={LARGEST}
        locale={locale}
        decreaseLabel={t('common:field.decrease')}
        increaseLabel={t('common:field.increase')}
      />
      <Switch label={t('trade:alerts.repeat')} checked={repeats} onChange={setRepeats} />
      <div className={styles.acts}>
        <Button
          pending={running === 'alert.watch'}
          disabledReason={reason(null) ?? (limit < 1 ? t('trade:alerts.no_price') : undefined)}
          onClick={() => {
            void commands
              .watch({
                stationId,
                commodity,
                side,
                op: side === 'sell' ? 'gte' : 'lte',
                price: BigInt(limit),
                repeats,
                days,
              })
              .then((isSet) => {
                if (isSet) setLimit(null);
              });
          }}
        >
          {t('trade:alerts.watch', { price: formatCredits(limit, locale) })}
        </Button>
        <Button variant="quiet" onClick={() => setLimit(null)}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </div>
  );
}
