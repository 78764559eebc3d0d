import { isProblem, queryKeys } from '@sw/api-client';
import type { CommodityCode, execute, getPlayerState, quote, ReplyOf } from '@sw/contracts';
import { formatCredits, formatDecimal, formatInteger, formatSigned } from '@sw/ui';
import type { GameServices } from '../../app/game-services.ts';
import { reasonText, refusalOf } from '../../app/refusal-text.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';
import type { BasketLine, OrderSide } from './basket-store.ts';
import { readTrip, rememberStop, writeTrip } from './trip-memory.ts';

export type Quote = ReplyOf<typeof quote>;
export type QuoteLine = Quote['lines'][number];
type ExecuteReply = ReplyOf<typeof execute>;
type StateReply = ReplyOf<typeof getPlayerState>;

export interface TradeOutcome extends Outcome {
  /** The price moved beyond the limits: the fresh quote has to be looked at. */
  readonly moved?: boolean;
}

export interface TradingCommands {
  quote(stationId: string, lines: readonly BasketLine[], signal?: AbortSignal): Promise<Quote>;
  /**
   * Sends a basket with the totals of its quote as limits: nothing costs more than was shown. `onTraded` is
   * called before anything is fetched anew.
   */
  commit(quoted: Quote, onTraded?: () => void): Promise<TradeOutcome | null>;
  /** One line from the command line: quoted, then sent with that quote as its limit. */
  order(side: OrderSide, amount: number | 'max', item: CommodityCode): Promise<Outcome | null>;
  price(amount: number, item: CommodityCode): Promise<Outcome>;
}

/** The acts of trading; buttons, keys and the command line all come here. */
export function createTradingCommands(services: GameServices): TradingCommands {
  const { api, queries, acts, own, clock, i18n } = services;
  const { t, language } = i18n;

  const state = () => queries.getQueryData<StateReply>(queryKeys.player.state());
  const itemName = (item: CommodityCode) => t(`common:commodity_word.${item}`);

  const settle = async (reply: ExecuteReply) => {
    queries.setQueryData<StateReply>(queryKeys.player.state(), (known) =>
      known === undefined || known.rev > reply.rev
        ? known
        : { ...known, credits: reply.credits, cargo: reply.cargo },
    );
    await Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.player.state() }),
      queries.invalidateQueries({ queryKey: queryKeys.market.byStation(reply.stationId) }),
    ]);
    void queries.invalidateQueries({ queryKey: queryKeys.market.trades() });
    void queries.invalidateQueries({ queryKey: queryKeys.contracts.all() });
    void queries.invalidateQueries({ queryKey: queryKeys.player.creditLedger() });
  };

  const lineText = (line: QuoteLine): string =>
    t(line.side === 'buy' ? 'trade:line.bought' : 'trade:line.sold', {
      quantity: formatInteger(line.quantity, language),
      item: itemName(line.commodity),
      unit: formatDecimal(line.unitAverageX100 / 100, language, 1),
    });

  const done = (reply: ExecuteReply): string => {
    const profit = reply.lines.reduce<bigint>((sum, line) => sum + (line.profit ?? 0n), 0n);
    const sold = reply.lines.some((line) => line.profit !== null);
    return [
      ...reply.lines.map(lineText),
      sold
        ? t('trade:line.net_profit', {
            net: formatSigned(reply.net, language),
            profit: formatSigned(profit, language),
          })
        : t('trade:line.net', { net: formatSigned(reply.net, language) }),
      ...(reply.rankPointsAwarded > 0
        ? [t('trade:line.rank_points', { points: reply.rankPointsAwarded })]
        : []),
    ].join(' ');
  };

  const rememberTrip = (reply: ExecuteReply, playerId: string) => {
    const { location } = state() ?? {};
    writeTrip(
      playerId,
      rememberStop(readTrip(playerId), {
        stationId: reply.stationId,
        stationName: location?.stationName ?? '',
        sectorNumber: location?.sectorNumber ?? 0,
        lines: reply.lines.map(({ side, commodity, quantity }) => ({ side, commodity, quantity })),
      }),
    );
  };

  const refused = (error: unknown): TradeOutcome => {
    const { code, text } = refusalOf(i18n, error, clock.nowMs());
    void queries.invalidateQueries({ queryKey: queryKeys.market.all() });
    void queries.invalidateQueries({ queryKey: queryKeys.player.state() });
    return { ok: false, text, code, moved: isProblem(error, 'price_changed') };
  };

  const commit = (quoted: Quote, onTraded?: () => void): Promise<TradeOutcome | null> =>
    acts.run('trade', async () => {
      const end = own.begin(['trade.completed']);
      let outcome: TradeOutcome;
      try {
        const reply = await api.execute({
          body: {
            stationId: quoted.stationId,
            lines: quoted.lines.map(({ side, commodity, quantity, net }) => ({
              side,
              commodity,
              quantity,
              limitTotal: net,
            })),
          },
        });
        onTraded?.();
        outcome = { ok: true, text: done(reply) };
        const playerId = state()?.player.id;
        if (playerId !== undefined) rememberTrip(reply, playerId);
        await settle(reply);
      } catch (error) {
        outcome = refused(error);
      }
      end();
      services.print(outcome.ok ? 'good' : 'warning', 'trade', outcome.text);
      return { ...outcome, isPrinted: true };
    });

  const quoteLines = (stationId: string, lines: readonly BasketLine[], signal?: AbortSignal) =>
    api.quote({ body: { stationId, lines: [...lines] }, ...(signal === undefined ? {} : { signal }) });

  const notDocked = (): Outcome => ({ ok: false, text: reasonText(i18n, 'not_docked', {}, clock.nowMs()) });

  return {
    quote: quoteLines,
    commit,
    order: async (side, amount, commodity) => {
      const stationId = state()?.location?.stationId;
      if (stationId == null) return notDocked();
      try {
        const first = await quoteLines(stationId, [
          { side, commodity, quantity: amount === 'max' ? 1 : amount },
        ]);
        const most = first.lines[0]?.maxQuantity.max ?? 0;
        if (amount !== 'max') return await commit(first);
        if (most === 0) {
          const why = first.lines[0]?.refusal ?? (side === 'buy' ? 'cargo_full' : 'not_in_cargo');
          return { ok: false, text: reasonText(i18n, why, {}, clock.nowMs()) };
        }
        return await commit(await quoteLines(stationId, [{ side, commodity, quantity: most }]));
      } catch (error) {
        return refused(error);
      }
    },
    price: async (amount, commodity) => {
      const stationId = state()?.location?.stationId;
      if (stationId == null) return notDocked();
      const ask = async (side: OrderSide): Promise<QuoteLine | null> => {
        try {
          return (await quoteLines(stationId, [{ side, commodity, quantity: amount }])).lines[0] ?? null;
        } catch (error) {
          if (isProblem(error, 'commodity_not_traded')) return null;
          throw error;
        }
      };
      try {
        const [buy, sell] = await Promise.all([ask('buy'), ask('sell')]);
        const params = { quantity: formatInteger(amount, language), item: itemName(commodity) };
        const said = [
          buy && t('trade:line.would_cost', { ...params, total: formatCredits(buy.net, language) }),
          sell && t('trade:line.would_bring', { ...params, total: formatCredits(sell.net, language) }),
        ].filter((words) => words !== null);
        if (said.length === 0)
          return { ok: false, text: reasonText(i18n, 'commodity_not_traded', {}, clock.nowMs()) };
        return { ok: true, text: said.join(' ') };
      } catch (error) {
        return refused(error);
      }
    },
  };
}
