import { ledgerAccount, ledgerKind } from '@sw/contracts';
import { formatSigned, NumberCell, RadioGroup, Select } from '@sw/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { Toolbar } from '../../shell/Toolbar.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { ledgerQueries } from './ledger-queries.ts';
import { MomentCell } from './MomentCell.tsx';
import { useFilterParams } from './use-filter-params.ts';
import { useReasonWords } from './use-reason-words.ts';

const KINDS = ['all', ...ledgerKind.options] as const;
const ACCOUNTS = ['all', ...ledgerAccount.options] as const;
/** How far back, in hours. */
const SPANS = ['all', '24', '168', '720'] as const;
const HOUR_MS = 3_600_000;

/** Every movement of one's credits, newest first: all, or some by kind, account and time. */
export function CreditLedger(): ReactElement {
  const t = useText('log');
  const { api, clock } = useGame();
  const locale = useLocale();
  const words = useReasonWords();
  const { pick, set } = useFilterParams();
  const kind = pick('kind', KINDS);
  const account = pick('account', ACCOUNTS);
  const span = pick('span', SPANS);
  // Fixed while it is looked at, so that every page is of the same time.
  const since = useMemo(
    () => (span === 'all' ? null : new Date(clock.nowMs() - Number(span) * HOUR_MS).toISOString()),
    [span, clock],
  );
  const query = useInfiniteQuery(
    ledgerQueries.credits(api, {
      ...(kind === 'all' ? {} : { kind }),
      ...(account === 'all' ? {} : { account }),
      ...(since === null ? {} : { since }),
    }),
  );
  const items = (query.data?.pages ?? []).flatMap((page) => page.items);
  const isFiltered = kind !== 'all' || account !== 'all' || since !== null;
  const net = items.reduce((sum, { amount }) => sum + amount, 0n);
  return (
    <>
      <Toolbar>
        <Select
          label={t('log:ledger_kind')}
          value={kind}
          onChange={(value) => set('kind', value)}
          options={KINDS.map((value) => ({ value, label: t(`log:ledger_kind.${value}`) }))}
        />
        <Select
          label={t('log:ledger_span')}
          value={span}
          onChange={(value) => set('span', value)}
          options={SPANS.map((value) => ({
            value,
            label:
              value === 'all'
                ? t('log:ledger_span.all')
                : t('log:ledger_span.last', { days: Math.round(Number(value) / 24) }),
          }))}
        />
        <RadioGroup
          label={t('game:log.account')}
          look="segments"
          value={account}
          onChange={(value) => set('account', value)}
          options={ACCOUNTS.map((value) => ({ value, label: t(`log:ledger_account.${value}`) }))}
        />
      </Toolbar>
      <LedgerTable
        title={t('game:log.tab_credits')}
        note={
          items.length === 0
            ? undefined
            : t('log:ledger_note', { count: items.length, net: formatSigned(net, locale) })
        }
        query={query}
        isEmpty={items.length === 0}
        empty={isFiltered ? t('log:ledger_none') : t('game:log.no_credits')}
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
            <NumberCell data-aside className={row.amount > 0n ? 'gain' : undefined}>
              {formatSigned(row.amount, locale)}
            </NumberCell>
          </tr>
        ))}
      </LedgerTable>
    </>
  );
}
