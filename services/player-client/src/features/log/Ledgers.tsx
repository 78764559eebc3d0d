import type { PanelState } from '@sw/ui';
import {
  CommodityGlyph,
  formatCredits,
  formatInteger,
  formatSectorNumber,
  formatSigned,
  NumberCell,
  Panel,
  Table,
} from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './LogPage.module.css';
import { MomentCell } from './MomentCell.tsx';

interface LedgerProps {
  readonly title: string;
  readonly state: PanelState;
  readonly isEmpty: boolean;
  readonly empty: string;
  readonly columns: readonly { readonly name: string; readonly end?: boolean }[];
  readonly children: ReactNode;
}

function Ledger({ title, state, isEmpty, empty, columns, children }: LedgerProps): ReactElement {
  return (
    <Panel title={title} state={state.kind === 'ready' && isEmpty ? { kind: 'empty', text: empty } : state}>
      <Table caption={title}>
        <thead>
          <tr>
            {columns.map(({ name, end }) => (
              <th key={name} scope="col" className={end === true ? 'end' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </Panel>
  );
}

/** A reason of the books in words; one this build has no words for stands as it is. */
function useReasonWords(): (reason: string) => string {
  const t = useText();
  const { i18n } = useGame();
  const say = t as (key: string) => string;
  return (reason) => {
    const book = (['game', 'services', 'log'] as const).find((ns) => i18n.exists(`ledger.${reason}`, { ns }));
    return book === undefined ? reason.replaceAll(/[._]/g, ' ') : say(`${book}:ledger.${reason}`);
  };
}

/** Own trades, newest first. */
export function TradeHistory(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const query = useQuery(gameQueries.trades(api));
  const items = query.data?.items ?? [];
  return (
    <Ledger
      title={t('game:log.tab_trades')}
      state={usePanelState(query, t('game:log.tab_trades'), 8)}
      isEmpty={items.length === 0}
      empty={t('game:log.no_trades')}
      columns={[
        { name: t('game:log.when') },
        { name: t('game:log.what') },
        { name: t('game:log.where') },
        { name: t('game:log.amount'), end: true },
        { name: t('game:log.profit'), end: true },
      ]}
    >
      {items.map((trade) => (
        <tr key={trade.id}>
          <td>
            <MomentCell atMs={Date.parse(trade.at)} locale={locale} />
          </td>
          <th scope="row">
            <CommodityGlyph commodity={trade.commodity} className={styles.glyph} />
            {t(trade.side === 'buy' ? 'trade:basket.buy' : 'trade:basket.sell', {
              quantity: formatInteger(trade.quantity, locale),
              item: t(`common:commodity_word.${trade.commodity}`),
            })}
          </th>
          <td>
            {formatSectorNumber(trade.sectorNumber)} <bdi>{trade.stationName}</bdi>
          </td>
          <NumberCell>{formatSigned(trade.side === 'buy' ? -trade.net : trade.net, locale)}</NumberCell>
          <NumberCell className={trade.profit !== null && trade.profit > 0n ? 'gain' : undefined}>
            {trade.profit === null ? '–' : formatSigned(trade.profit, locale)}
          </NumberCell>
        </tr>
      ))}
    </Ledger>
  );
}

/** Every movement of the wallet, newest first. */
export function CreditLedger(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const words = useReasonWords();
  const query = useQuery(gameQueries.credits(api));
  const items = query.data?.items ?? [];
  return (
    <Ledger
      title={t('game:log.tab_credits')}
      state={usePanelState(query, t('game:log.tab_credits'), 8)}
      isEmpty={items.length === 0}
      empty={t('game:log.no_credits')}
      columns={[
        { name: t('game:log.when') },
        { name: t('game:log.what') },
        { name: t('game:log.account') },
        { name: t('game:log.amount'), end: true },
      ]}
    >
      {items.map((row) => (
        <tr key={row.id}>
          <td>
            <MomentCell atMs={Date.parse(row.at)} locale={locale} />
          </td>
          <th scope="row">{words(row.reason)}</th>
          <td>{t(`game:log.account_${row.account}`)}</td>
          <NumberCell className={row.amount > 0n ? 'gain' : undefined}>
            {formatSigned(row.amount, locale)}
          </NumberCell>
        </tr>
      ))}
    </Ledger>
  );
}

/** Every change of the turn pool, newest first. */
export function TurnLedger(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const words = useReasonWords();
  const query = useQuery(gameQueries.turnLedger(api));
  const items = query.data?.items ?? [];
  return (
    <Ledger
      title={t('game:log.tab_turns')}
      state={usePanelState(query, t('game:log.tab_turns'), 8)}
      isEmpty={items.length === 0}
      empty={t('game:log.no_turns')}
      columns={[
        { name: t('game:log.when') },
        { name: t('game:log.what') },
        { name: t('game:log.spent'), end: true },
        { name: t('game:log.regained'), end: true },
        { name: t('game:log.balance'), end: true },
      ]}
    >
      {items.map((row) => (
        <tr key={`${row.at} ${row.balance} ${row.reason}`}>
          <td>
            <MomentCell atMs={Date.parse(row.at)} locale={locale} />
          </td>
          <th scope="row">{words(row.reason)}</th>
          <NumberCell>{row.spent === 0 ? '–' : formatCredits(row.spent, locale)}</NumberCell>
          <Gained turns={row.regen + row.granted} locale={locale} />
          <NumberCell>{formatInteger(row.balance, locale)}</NumberCell>
        </tr>
      ))}
    </Ledger>
  );
}

function Gained({ turns, locale }: { readonly turns: number; readonly locale: string }): ReactElement {
  return turns === 0 ? (
    <NumberCell>–</NumberCell>
  ) : (
    <NumberCell className="gain">{formatSigned(turns, locale)}</NumberCell>
  );
}
