import { formatSigned, NumberCell, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { MomentCell, useReasonWords } from '../log/index.ts';
import { serviceQueries } from './service-queries.ts';

/** The last movements of the bank account. */
export function BankBook(): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const words = useReasonWords();
  const query = useQuery(serviceQueries.bank(api));
  const state = usePanelState(query, t('services:bank.book'), 6);
  const entries = query.data?.entries ?? [];
  return (
    <Panel
      title={t('services:bank.book')}
      state={
        state.kind === 'ready' && entries.length === 0
          ? { kind: 'empty', text: t('services:bank.empty') }
          : state
      }
    >
      <Table caption={t('services:bank.book')}>
        <thead>
          <tr>
            <th scope="col">{t('services:column.when')}</th>
            <th scope="col">{t('services:column.what')}</th>
            <th scope="col" className="end">
              {t('services:column.credits')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, reason, amount }) => (
            <tr key={id}>
              <td>
                <MomentCell atMs={Date.parse(at)} locale={locale} />
              </td>
              <th scope="row">{words(reason)}</th>
              <NumberCell className={amount > 0n ? 'gain' : undefined}>
                {formatSigned(amount, locale)}
              </NumberCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
