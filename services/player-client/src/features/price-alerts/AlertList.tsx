import {
  Button,
  CommodityGlyph,
  formatAge,
  formatCredits,
  formatInteger,
  formatSectorNumber,
  NumberCell,
  Panel,
  Table,
} from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState, useReason } from '../../app/panel-states.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import styles from './PriceAlerts.module.css';
import { createPriceAlertCommands } from './price-alert-commands.ts';

/** The prices one watches: all of them, those that spoke, and a way to end each. */
export function AlertList(): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const reason = useReason();
  const services = useGame();
  const commands = useMemo(() => createPriceAlertCommands(services), [services]);
  const query = useQuery(gameQueries.alerts(services.api));
  const items = query.data?.items ?? [];
  const catalogue = useCatalogue();
  const [most, days, minutes] = [
    'caps.priceAlerts',
    'facts.prices.alertVisitDays',
    'facts.prices.alertSilentMinutes',
  ].map((path) => catalogue.number(path));
  const loaded = usePanelState(query, t('trade:alerts.title'), 4);
  return (
    <Panel
      title={t('trade:alerts.title')}
      note={
        most == null
          ? undefined
          : t('trade:alerts.count', { count: items.filter(({ isActive }) => isActive).length, most })
      }
      state={
        loaded.kind === 'ready' && items.length === 0
          ? { kind: 'empty', text: t('trade:alerts.empty') }
          : loaded
      }
      footer={
        days != null &&
        minutes != null && <p className={styles.about}>{t('trade:alerts.about', { days, minutes })}</p>
      }
    >
      <Table caption={t('trade:alerts.title')} cards>
        <thead>
          <tr>
            <th scope="col">{t('trade:column.commodity')}</th>
            <th scope="col">{t('trade:book.station')}</th>
            <th scope="col">{t('trade:alerts.when')}</th>
            <th scope="col" className="end">
              {t('trade:column.credits')}
            </th>
            <th scope="col">{t('trade:alerts.state')}</th>
            <th scope="col">
              <span className={styles.heard}>{t('trade:alerts.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((alert) => (
            <tr key={alert.id}>
              <th scope="row">
                <span className={styles.good}>
                  <CommodityGlyph commodity={alert.commodity} />
                  {t(`common:commodity.${alert.commodity}`)}
                </span>
              </th>
              <td>
                <Link to={`/game/station/${alert.stationId}`} className={styles.good}>
                  <span className="num">{formatSectorNumber(alert.sectorNumber)}</span>{' '}
                  <bdi>{alert.stationName}</bdi>
                </Link>
              </td>
              <td>{t(`trade:alerts.${alert.side}_${alert.op}`)}</td>
              <NumberCell data-aside>{formatCredits(alert.price, locale)}</NumberCell>
              <td>
                {alert.triggeredAt !== null && alert.triggeredPrice !== null
                  ? t('trade:alerts.spoke', {
                      price: formatCredits(alert.triggeredPrice, locale),
                      age: formatAge(Math.max(0, nowMs - Date.parse(alert.triggeredAt)), locale),
                    })
                  : t(alert.isActive ? 'trade:alerts.waits' : 'trade:alerts.over', {
                      days: formatInteger(
                        Math.max(0, Math.ceil((Date.parse(alert.expiresAt) - nowMs) / 86_400_000)),
                        locale,
                      ),
                    })}
                {alert.repeats && ` ${t('trade:alerts.repeats')}`}
              </td>
              <td className="end">
                <Button
                  size="small"
                  variant="quiet"
                  disabledReason={reason(null)}
                  reasonPlacement="tip"
                  onClick={() => void commands.stop(alert.id)}
                >
                  {t('trade:alerts.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
