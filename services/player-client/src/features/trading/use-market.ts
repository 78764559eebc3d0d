import type { CommodityCode } from '@sw/contracts';
import { COMMODITY_KEYS } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { gameQueries, usePlayerState } from '../../app/game-queries.ts';
import type { MarketSort } from '../../prices/market-rows.ts';
import { marketTable } from '../../prices/market-rows.ts';
import { useTradeRun } from '../../trade-run/use-trade-run.ts';
import type { BasketLine, OrderSide } from './basket-store.ts';
import { useBasketStore } from './basket-store.ts';
import { firstLine, fitToQuote, mostOf, nextDefault, usualSide } from './basket-view.ts';
import { chainTaskAt } from './chain-task.ts';
import { readTrip, repeatAt } from './trip-memory.ts';
import { useQuote } from './use-quote.ts';
import { useTrading } from './use-trading.ts';

export type MarketModel = ReturnType<typeof useMarket>;

const EMPTY = { theyBuy: [], theySell: [], notTraded: [] } as const;
const FIT_ROUNDS = 3;
const NOTHING: readonly BasketLine[] = [];

/** Everything the market of a station shows and does, for the desktop and the phone alike. */
export function useMarket(stationId: string) {
  const services = useGame();
  const trading = useTrading();
  const { api } = services;
  const stateQuery = usePlayerState();
  const stationQuery = useQuery(gameQueries.station(api, stationId));
  const marketQuery = useQuery(gameQueries.market(api, stationId));
  const { data: known } = useQuery(gameQueries.knownPrices(api));
  const running = useRunningAct();
  const [sort, setSort] = useState<MarketSort>('table');
  const basket = useBasketStore();
  const { open } = basket;

  useEffect(() => open(stationId), [open, stationId]);

  const state = stateQuery.data;
  const market = marketQuery.data ?? null;
  const isLive = market?.source === 'live' && state?.location?.stationId === stationId;
  const table = useMemo(
    () => (market === null ? EMPTY : marketTable(market, known?.items ?? [], COMMODITY_KEYS, sort)),
    [market, known, sort],
  );
  const lines = basket.stationId === stationId ? basket.lines : [];
  // Away from the station nothing is quoted: the server would only refuse.
  const live = useQuote(stationId, isLive ? lines : NOTHING, market?.version ?? 0);

  const all = [...table.theyBuy, ...table.theySell];
  const task = chainTaskAt(state?.chain, stationId);
  const selected =
    all.find(({ row }) => row.commodity === basket.selected) ??
    all.find(({ row }) => row.commodity === task?.commodity) ??
    firstLine(table);
  const side: OrderSide =
    selected !== null && selected.row.side !== 'both' ? usualSide(selected.row) : basket.side;

  const select = (commodity: CommodityCode) => {
    const line = all.find(({ row }) => row.commodity === commodity);
    if (line !== undefined) basket.select(commodity, usualSide(line.row));
  };

  /** Puts as much of a commodity into the basket as goes with the lines that are there. */
  const setMost = async (of: OrderSide, commodity: CommodityCode) => {
    const others = lines.filter((line) => !(line.side === of && line.commodity === commodity));
    const quoted = await trading
      .quote(stationId, [...others, { side: of, commodity, quantity: 1 }])
      .catch(() => null);
    const row = all.find((line) => line.row.commodity === commodity)?.row;
    const most = quoted?.lines.at(-1)?.maxQuantity.max ?? (row === undefined ? 0 : mostOf(row, of));
    basket.select(commodity, of);
    basket.set({ side: of, commodity, quantity: most });
  };

  const playerId = state?.player.id;
  const trip = playerId === undefined ? null : repeatAt(readTrip(playerId), stationId);

  /** Fills the basket with as much of some lines as the station, the hold and the credits allow. */
  const load = async (lines: readonly BasketLine[]) => {
    let wanted = lines;
    for (let round = 0; round < FIT_ROUNDS && wanted.length > 0; round += 1) {
      const quoted = await trading.quote(stationId, wanted).catch(() => null);
      if (quoted === null) return;
      const fitted = fitToQuote(wanted, quoted);
      if (fitted.length === wanted.length && fitted.every((line, index) => line === wanted[index])) break;
      wanted = fitted;
    }
    basket.clear();
    for (const line of wanted) basket.set(line);
  };

  const tradeRun = useTradeRun();
  /** What the route being flown plans here and has not been traded yet. */
  const planned =
    isLive && tradeRun.stop?.stationId === stationId && tradeRun.run?.isTraded === false
      ? tradeRun.stop.lines
      : null;

  /** What the classic run would put into the basket next. */
  const proposed = nextDefault(table, lines);

  return {
    services,
    stationId,
    stateQuery,
    stationQuery,
    marketQuery,
    state,
    station: stationQuery.data,
    market,
    known: known?.items ?? [],
    isLive,
    table,
    sort,
    lines,
    live,
    selected,
    task,
    proposed,
    side,
    running,
    trip,
    setSort,
    select,
    setSide: (next: OrderSide) => {
      if (selected !== null) basket.select(selected.row.commodity, next);
    },
    setQuantity: (of: OrderSide, commodity: CommodityCode, quantity: number) =>
      basket.set({ side: of, commodity, quantity }),
    setMost: (of: OrderSide, commodity: CommodityCode) => void setMost(of, commodity),
    clear: basket.clear,
    tradeRun,
    load: (wanted: readonly BasketLine[]) => void load(wanted),
    repeatTrip: () => {
      if (trip !== null) void load(trip.here.lines);
    },
    classicStep: () => {
      // On the way to the next stop nothing is bought at the one that is being left.
      if (tradeRun.isFlying) return false;
      if (planned !== null && lines.length === 0) {
        void load(planned);
        return true;
      }
      if (tradeRun.run?.isTraded === true && tradeRun.stop?.stationId === stationId && lines.length === 0) {
        tradeRun.goOn();
        return true;
      }
      if (proposed !== null) void setMost(proposed.side, proposed.commodity);
      return proposed !== null;
    },
    commit: () => {
      const { quote, moved, accept } = live;
      if (quote === undefined || running !== null) return;
      if (moved) accept();
      else if (quote.lines.every(({ refusal }) => refusal === null)) {
        void trading.commit(quote, () => {
          basket.clear();
          tradeRun.traded(stationId);
        });
      }
    },
  };
}
