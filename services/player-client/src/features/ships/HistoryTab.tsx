import { formatDateTime, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { shipQueries } from './ship-queries.ts';

/** What the public registry knows of a ship; pods are in no registry. */
export function HistoryTab({
  registration,
  type,
}: {
  readonly registration: string;
  readonly type: string;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api, i18n } = useGame();
  const isListed = type !== 'escape_pod';
  const query = useQuery({ ...shipQueries.registry(api, registration), enabled: isListed });
  const state = usePanelState(query, t('ships:tab.history'), 4);
  const words = (kind: string): string =>
    i18n.exists(`registry.${kind}`, { ns: 'ships' })
      ? (t as (key: string) => string)(`ships:registry.${kind}`)
      : kind;
  return (
    <Panel
      title={t('ships:tab.history')}
      note={registration}
      state={isListed ? state : { kind: 'empty', text: t('ships:registry_pod') }}
    >
      <Table caption={t('ships:tab.history')}>
        <thead>
          <tr>
            <th scope="col">{t('ships:column.when')}</th>
            <th scope="col">{t('ships:column.event')}</th>
            <th scope="col">{t('ships:column.by')}</th>
          </tr>
        </thead>
        <tbody>
          {(query.data?.entries ?? []).map((entry) => (
            <tr key={`${entry.at} ${entry.kind}`}>
              <td>{formatDateTime(Date.parse(entry.at), locale)}</td>
              <th scope="row">
                {words(entry.kind)} {entry.name !== null && <bdi>{entry.name}</bdi>}
              </th>
              <td>
                <bdi>{entry.by}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
