import { useTranslation } from '@sw/i18n';
import { Facts, formatInteger, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';

/** Who is here, and the sockets they are here with. */
export function PlayersPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { players = null, realtime = null } = props.query.data ?? {};
  const title = t('players.title');
  const state = usePartState(props, players ?? realtime, title, 6);
  const figure = (value: number | undefined) =>
    value === undefined ? t('part.no_figure') : formatInteger(value, locale);
  return (
    <Panel title={title} state={state} padded>
      <Facts
        facts={[
          { name: t('players.online'), value: figure(realtime?.playersOnline), strong: true },
          { name: t('players.active_today'), value: figure(players?.activeToday) },
          { name: t('players.registered'), value: figure(players?.registered) },
          { name: t('players.completed'), value: figure(players?.completedFirstLogin) },
          { name: t('realtime.sockets'), value: figure(realtime?.sockets) },
          { name: t('realtime.processes'), value: figure(realtime?.processes) },
          { name: t('realtime.outbox'), value: figure(realtime?.outboxRows) },
        ]}
      />
    </Panel>
  );
}
