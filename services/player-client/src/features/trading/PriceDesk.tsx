import { CommodityGlyph, Panel, RadioGroup } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Market.module.css';
import { PriceChartView } from './PriceChartView.tsx';
import { PriceHistoryTable } from './PriceHistoryTable.tsx';
import { SlopeTable } from './SlopeTable.tsx';
import type { MarketModel } from './use-market.ts';

const RANGES = ['24h', '7d', '30d', '1y'] as const;
const LOOKS = ['line', 'table'] as const;

/** Under the table: the course of the selected price, and what a larger order does to it. */
export function PriceDesk({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const { api } = useGame();
  const [range, setRange] = useState<(typeof RANGES)[number]>('7d');
  const [look, setLook] = useState<(typeof LOOKS)[number]>('line');
  const { selected, stationId, isLive, market } = model;
  const row = selected?.row;
  const query = useQuery({
    ...gameQueries.history(api, stationId, row?.commodity ?? 'ore', range),
    enabled: row !== undefined,
  });
  const state = usePanelState(query, t('trade:chart.title'), 5);
  if (row === undefined) return null;
  const side = row.bid === null ? 'ask' : 'bid';
  const price = row.bid ?? row.ask;
  const now =
    isLive && market !== null && price !== null
      ? { atMs: Date.parse(market.asOf), price: Number(price) }
      : null;
  const item = t(`common:commodity.${row.commodity}`);
  return (
    <div className={styles.desk}>
      <Panel
        className={styles.chartPanel}
        title={
          <span className={styles.pick}>
            <CommodityGlyph commodity={row.commodity} />
            {t(side === 'bid' ? 'trade:chart.they_pay' : 'trade:chart.they_ask', { item })}
          </span>
        }
        state={state}
        actions={
          <>
            <RadioGroup
              label={t('trade:chart.look')}
              look="segments"
              value={look}
              onChange={setLook}
              options={LOOKS.map((value) => ({ value, label: t(`trade:chart.as_${value}`) }))}
            />
            <RadioGroup
              label={t('trade:chart.range')}
              look="segments"
              value={range}
              onChange={setRange}
              options={RANGES.map((value) => ({ value, label: t(`trade:chart.range_${value}`) }))}
            />
          </>
        }
      >
        {query.data !== undefined && look === 'table' && (
          <PriceHistoryTable history={query.data} side={side} now={now} label={item} />
        )}
        {query.data !== undefined && look === 'line' && (
          <PriceChartView
            history={query.data}
            side={side}
            commodity={row.commodity}
            ownCost={side === 'bid' && row.avgCost !== null ? Number(row.avgCost) : null}
            label={item}
            now={now}
          />
        )}
      </Panel>
      {isLive && <SlopeTable model={model} />}
    </div>
  );
}
