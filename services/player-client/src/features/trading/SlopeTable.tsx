import { formatCredits, formatInteger, formatSigned, NumberCell, Panel, Table } from '@sw/ui';
import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { mostOf } from './basket-view.ts';
import styles from './Market.module.css';
import { slopeSteps } from './slope-steps.ts';
import type { MarketModel } from './use-market.ts';
import { useTrading } from './use-trading.ts';

const FRESH_MS = 60_000;

/** What larger orders bring or cost: one quote a row, none computed here. */
export function SlopeTable({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const trading = useTrading();
  const { selected, side, stationId, market, lines } = model;
  const row = selected?.row;
  const most = row === undefined ? 0 : mostOf(row, side);
  const commodity = row?.commodity ?? 'ore';
  const quantity = lines.find((line) => line.commodity === commodity && line.side === side)?.quantity ?? 0;
  const steps = slopeSteps(most, quantity);
  const quotes = useQueries({
    queries: steps.map((step) => ({
      queryKey: ['quote', 'slope', stationId, side, commodity, step, market?.version ?? 0],
      queryFn: () => trading.quote(stationId, [{ side, commodity, quantity: step }]),
      staleTime: FRESH_MS,
    })),
  });
  if (row === undefined) return null;
  return (
    <Panel
      title={t(side === 'sell' ? 'trade:slope.sell' : 'trade:slope.buy')}
      actions={<span>{t(side === 'sell' ? 'trade:slope.sell_note' : 'trade:slope.buy_note')}</span>}
      state={
        steps.length === 0
          ? {
              kind: 'empty',
              text: t(side === 'sell' && row.held === 0 ? 'trade:slope.none_held' : 'trade:slope.none'),
            }
          : { kind: 'ready' }
      }
      scroll
    >
      <Table caption={t('trade:slope.caption')} className={styles.slope}>
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('trade:slope.units')}
            </th>
            <th scope="col" className="end">
              {t('trade:slope.last')}
            </th>
            <th scope="col" className="end">
              {t('trade:slope.total')}
            </th>
            {side === 'sell' && (
              <th scope="col" className="end">
                {t('trade:slope.profit')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => {
            const line = quotes[index]?.data?.lines[0];
            return (
              <tr key={step} data-selected={step === quantity}>
                <NumberCell>{formatInteger(step, locale)}</NumberCell>
                <NumberCell>{line === undefined ? '–' : formatCredits(line.lastUnit, locale)}</NumberCell>
                <NumberCell>{line === undefined ? '–' : formatCredits(line.net, locale)}</NumberCell>
                {side === 'sell' && (
                  <NumberCell className={line?.profit != null && line.profit > 0n ? 'gain' : undefined}>
                    {line?.profit == null ? '–' : formatSigned(line.profit, locale)}
                  </NumberCell>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
