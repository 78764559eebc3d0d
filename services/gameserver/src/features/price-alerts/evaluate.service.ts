import type { UnitPrices } from '@sw/rules';
import { advantage, hearingOf, isTriggered, settleMarket, unitPricesOf, watchedPrice } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import type { PricePoint, StoredMarketRow, StoredStation } from '../markets/index.ts';
import {
  findMarkets,
  findPointsOfHour,
  findStation,
  HOUR_MS,
  toMarketRow,
  toTradeStation,
} from '../markets/index.ts';
import type { HeardAlert } from './price-alerts.repository.ts';
import {
  findChangedStations,
  findWatchedStations,
  lockHeardAlerts,
  writeHeard,
  writeTriggered,
} from './price-alerts.repository.ts';

/**
 * Judges the alerts of every station whose market changed since they were judged (rule book, economy 4.3): those of
 * players who were there within 7 days, at the price they would pay or get now. Called every few seconds, so that many
 * trades are one judgement.
 */
export const evaluateChanged = async (deps: Deps, nowMs: number): Promise<void> => {
  const changed = await findChangedStations(deps.db.sql, nowMs);
  await forEachApart(deps, 'price_alerts', changed, ({ stationId }) =>
    evaluateStation(deps, stationId, nowMs, 'change'),
  );
};

/** Judges all alerts once an hour: by the public prices where the player was not there lately, and because prices drift. */
export const evaluateHour = async (deps: Deps, nowMs: number): Promise<void> => {
  const watched = await findWatchedStations(deps.db.sql, nowMs);
  await forEachApart(deps, 'price_alerts', watched, ({ stationId }) =>
    evaluateStation(deps, stationId, nowMs, 'hour'),
  );
};

interface Market {
  readonly station: StoredStation;
  readonly rows: readonly StoredMarketRow[];
  readonly points: readonly PricePoint[];
  readonly isPublic: boolean;
}

const evaluateStation = (
  deps: Deps,
  stationId: string,
  nowMs: number,
  occasion: 'change' | 'hour',
): Promise<void> =>
  deps.db.command(async (tx) => {
    const place = deps.atlas().station(stationId);
    const sector = place === undefined ? undefined : deps.atlas().sector(place.sectorId);
    const [alerts, [station], rows, points] = await tx.load(
      lockHeardAlerts(tx.sql, stationId, nowMs),
      findStation(tx.sql, stationId),
      findMarkets(tx.sql, stationId),
      findPointsOfHour(tx.sql, [stationId], Math.floor(nowMs / HOUR_MS)),
    );
    if (station === undefined || place === undefined || sector === undefined) return;
    const market = { station, rows, points, isPublic: isPublicMarket(deps.atlas(), sector.id) };
    const spoken = alerts.flatMap((alert) => {
      const price = heardPrice(deps, alert, market, nowMs, occasion);
      const state = {
        ...alert,
        expiresAtMs: alert.expiresAt.getTime(),
        lastTriggeredAtMs: alert.triggeredAt?.getTime() ?? null,
      };
      return price !== null && isTriggered(state, price, nowMs)
        ? [{ ...alert, limit: alert.price, price }]
        : [];
    });
    const events = spoken.map(({ id, playerId, commodity, side, op, limit, price, repeats }) =>
      event(playerChannel(playerId), 'market.alert_triggered', {
        alertId: id,
        stationId,
        stationName: place.name,
        sectorNumber: sector.number,
        commodity,
        side,
        op,
        limit,
        price,
        repeats,
      }),
    );
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        writeHeard(tx.sql, stationId, rows),
        ...(spoken.length === 0 ? [] : [writeTriggered(tx.sql, spoken, nowMs)]),
      ],
      events,
    );
  });

/** The price a player may hear of now; null where none. */
const heardPrice = (
  deps: Deps,
  alert: HeardAlert,
  market: Market,
  nowMs: number,
  occasion: 'change' | 'hour',
): bigint | null => {
  const lastThereMs = alert.isDocked ? nowMs : (alert.lastDockedAt?.getTime() ?? null);
  const hearing = hearingOf(lastThereMs, market.isPublic, nowMs);
  if (hearing === null || (hearing === 'hourly' && occasion === 'change')) return null;
  const prices =
    hearing === 'live'
      ? livePrices(deps, alert, market, nowMs)
      : market.points.find(({ commodity }) => commodity === alert.commodity);
  return prices === undefined ? null : watchedPrice(alert, prices);
};

const livePrices = (
  deps: Deps,
  alert: HeardAlert,
  { station, rows }: Market,
  nowMs: number,
): UnitPrices | undefined => {
  const row = rows.find(({ commodity }) => commodity === alert.commodity);
  if (row === undefined) return undefined;
  const settled = settleMarket(toMarketRow(row), station.id, nowMs, deps.keys.economy);
  const { advantageBp } = advantage({ ...alert, standing: null }, station.facility);
  return unitPricesOf(settled, toTradeStation(station, alert.playerId, 0), { advantageBp, eventBp: 0 });
};
