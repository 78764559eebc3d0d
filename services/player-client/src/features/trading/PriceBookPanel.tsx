import type { CommodityCode } from '@sw/contracts';
import type { PanelState } from '@sw/ui';
import { COMMODITY_KEYS, formatSectorNumber, Select } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { gameQueries, usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { Toolbar } from '../../shell/Toolbar.tsx';
import { BookTable } from './BookTable.tsx';
import styles from './PriceBook.module.css';
import { bookOf, REACHES, SOURCES, within } from './price-book.ts';
import { SpreadTable } from './SpreadTable.tsx';

type Shown = CommodityCode | 'all';

/** The price book of P-10: all goods at a glance, or one of them at every station that trades it. */
export function PriceBookPanel(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const [params, setParams] = useSearchParams();
  const query = useQuery(gameQueries.knownPrices(api));
  const { data: galaxy } = useQuery(gameQueries.galaxy(api));
  const region = usePlayerState().data?.location;
  const shown: Shown = COMMODITY_KEYS.find((key) => key === params.get('item')) ?? 'all';
  const reach = REACHES.find((value) => value === params.get('reach')) ?? 'any';
  const source = SOURCES.find((value) => value === params.get('source')) ?? 'any';
  const items = within(query.data?.items ?? [], reach, source);
  const unpriced = query.data?.unpriced ?? [];
  const loaded = usePanelState(query, t('trade:book.title'), 8);
  const state = (isEmpty: boolean): PanelState =>
    loaded.kind === 'ready' && isEmpty ? { kind: 'empty', text: t('trade:book.empty') } : loaded;
  const set = (name: string, value: string, without: string) => {
    const next = new URLSearchParams(params);
    if (value === without) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const active = galaxy?.regions.find(({ name }) => name === region?.regionName)?.activePlayers;
  const book = shown === 'all' ? null : bookOf(items, shown);
  return (
    <>
      <Toolbar>
        <Select<Shown>
          label={t('trade:column.commodity')}
          value={shown}
          onChange={(value) => set('item', value, 'all')}
          options={(['all', ...COMMODITY_KEYS] as const).map((value) => ({
            value,
            label: value === 'all' ? t('trade:book.all') : t(`common:commodity.${value}`),
          }))}
        />
        <Select
          label={t('trade:book.reach')}
          value={reach}
          onChange={(value) => set('reach', value, 'any')}
          options={REACHES.map((value) => ({
            value,
            label: value === 'any' ? t('trade:book.any') : t('trade:book.within', { turns: Number(value) }),
          }))}
        />
        <Select
          label={t('trade:book.source')}
          value={source}
          onChange={(value) => set('source', value, 'any')}
          options={SOURCES.map((value) => ({ value, label: t(`trade:book.source_${value}`) }))}
        />
        <p>{t('trade:book.about')}</p>
      </Toolbar>
      {book === null ? (
        <SpreadTable
          items={items}
          state={state(items.length === 0)}
          onChoose={(key) => set('item', key, 'all')}
        />
      ) : (
        <div className={styles.columns}>
          <BookTable
            title={t('trade:book.sell')}
            state={state(book.sales.length === 0)}
            rows={book.sales}
            side="bid"
          />
          <BookTable
            title={t('trade:book.buy')}
            state={state(book.purchases.length === 0)}
            rows={book.purchases}
            side="ask"
          />
        </div>
      )}
      <footer className={styles.hints}>
        {unpriced.length > 0 && (
          <p>
            {t('trade:book.unpriced')}{' '}
            {unpriced.map(({ stationId, stationName, sectorNumber, turns }) => (
              <Link key={stationId} to={`/game/map?sel=${sectorNumber}`} className={styles.hint}>
                <span className="num">{formatSectorNumber(sectorNumber)}</span> <bdi>{stationName}</bdi>{' '}
                <span className="lo">{t('trade:pair.turns', { turns })}</span>
              </Link>
            ))}
          </p>
        )}
        {unpriced.length === 0 && <p>{t('trade:book.fill')}</p>}
        {active !== undefined && active > 1 && region != null && (
          <p className="lo">
            {t('trade:book.active', {
              players: active,
              region: region.regionTitle,
            })}
          </p>
        )}
      </footer>
    </>
  );
}
