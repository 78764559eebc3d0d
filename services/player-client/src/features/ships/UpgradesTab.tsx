import { formatInteger, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import { Effects } from './Effects.tsx';
import styles from './Ships.module.css';
import type { UpgradeRow } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** The upgrades of a ship: level, what the next one changes, what it costs. */
export function UpgradesTab({ shipId }: { readonly shipId: string }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act } = useFleetActs();
  const query = useQuery(shipQueries.upgrades(api, shipId));
  const state = usePanelState(query, t('ships:tab.upgrades'), 8);
  const rows = query.data?.rows ?? [];
  const raise = (row: UpgradeRow) =>
    void act(
      'ship_upgrade',
      () => api.upgradeShip({ params: { id: shipId }, body: { kind: row.kind } }),
      () =>
        t('ships:done.upgrade', {
          upgrade: t(`ships:upgrade.${row.kind}`),
          level: formatInteger(row.level + 1, locale),
        }),
    );
  return (
    <Panel
      title={t('ships:tab.upgrades')}
      state={
        state.kind === 'ready' && rows.length === 0
          ? { kind: 'empty', text: t('ships:upgrades.none') }
          : state
      }
    >
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.kind}>
            <div>
              <h3>{t(`ships:upgrade.${row.kind}`)}</h3>
              <p>{t('ships:upgrades.level', { level: row.level, max: row.maxLevel })}</p>
              <p>{t(`ships:upgrade_text.${row.kind}`)}</p>
              <Effects effects={row.effects} />
            </div>
            <ActButton action={row.action} onAct={() => raise(row)}>
              {t('ships:act.upgrade')}
            </ActButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
