import { Chip, formatCredits, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import type { Translate } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import { Effects } from './Effects.tsx';
import styles from './Ships.module.css';
import type { EquipmentRow } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** Keys of texts cannot hold the colon that parts a mount from its weapon. */
const nameOf = (item: EquipmentRow['item'], t: Translate): string =>
  (t as (key: string) => string)(`ships:equipment.${item.replace(':', '_')}`);

const aboutOf = (item: EquipmentRow['item'], t: Translate): string =>
  (t as (key: string) => string)(`ships:equipment_text.${item.replace(/:.*/, '')}`);

/** The modules a ship carries and those that would fit it. */
export function EquipmentTab({ shipId }: { readonly shipId: string }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act } = useFleetActs();
  const query = useQuery(shipQueries.equipment(api, shipId));
  const state = usePanelState(query, t('ships:tab.equipment'), 8);
  const rows = query.data?.rows ?? [];
  const install = ({ item }: EquipmentRow) =>
    void act(
      'ship_install',
      () => api.installEquipment({ params: { id: shipId }, body: { item } }),
      () => t('ships:done.install', { item: nameOf(item, t) }),
    );
  const remove = ({ item, refund }: EquipmentRow) =>
    void act(
      'ship_uninstall',
      () => api.removeEquipment({ params: { id: shipId, item } }),
      () => t('ships:done.uninstall', { item: nameOf(item, t), refund: formatCredits(refund, locale) }),
    );
  return (
    <Panel
      title={t('ships:tab.equipment')}
      note={
        query.data === undefined
          ? undefined
          : t('ships:equipment_slots', { used: query.data.used, slots: query.data.slots })
      }
      state={
        state.kind === 'ready' && rows.length === 0
          ? { kind: 'empty', text: t('ships:equipment_none') }
          : state
      }
    >
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.item}>
            <div>
              <h3>
                {nameOf(row.item, t)} {row.isInstalled && <Chip tone="live">{t('ships:installed')}</Chip>}
              </h3>
              <p>{aboutOf(row.item, t)}</p>
              <Effects effects={row.effects} />
            </div>
            <div className={styles.pair}>
              {row.cost !== null && (
                <ActButton action={row.install} onAct={() => install(row)}>
                  {t(row.isInstalled ? 'ships:act.improve' : 'ships:act.install')}
                </ActButton>
              )}
              {row.remove !== null && (
                <ActButton action={row.remove} onAct={() => remove(row)}>
                  {t('ships:act.uninstall', { refund: formatCredits(row.refund, locale) })}
                </ActButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
