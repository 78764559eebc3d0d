import { formatInteger, formatSigned, NumberCell } from '@sw/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { LedgerTable } from './LedgerTable.tsx';
import { ledgerQueries } from './ledger-queries.ts';
import { MomentCell } from './MomentCell.tsx';
import { useReasonWords } from './use-reason-words.ts';

/** Every change of the turn pool, newest first. */
export function TurnLedger(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const words = useReasonWords();
  const query = useInfiniteQuery(ledgerQueries.turns(api));
  const items = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <LedgerTable
      title={t('game:log.tab_turns')}
      query={query}
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
          <NumberCell data-label={t('game:log.spent')}>
            {row.spent === 0 ? '–' : formatInteger(row.spent, locale)}
          </NumberCell>
          <Gained turns={row.regen + row.granted} />
          <NumberCell data-aside>{formatInteger(row.balance, locale)}</NumberCell>
        </tr>
      ))}
    </LedgerTable>
  );
}

function Gained({ turns }: { readonly turns: number }): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <NumberCell data-label={t('game:log.regained')} className={turns === 0 ? undefined : 'gain'}>
      {turns === 0 ? '–' : formatSigned(turns, locale)}
    </NumberCell>
  );
}
