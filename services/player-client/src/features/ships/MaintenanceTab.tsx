import { formatCredits, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton, actOf } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

type Part = keyof OwnShip['repair'];
type Order = Readonly<{ hull?: 'max'; shields?: boolean; condition?: 'max' }>;

const ORDERS: Readonly<Record<Part, Order>> = {
  hull: { hull: 'max' },
  shields: { shields: true },
  condition: { condition: 'max' },
  all: { hull: 'max', shields: true, condition: 'max' },
};

/** Repairs part by part or all at once, and maintenance kits for the way. */
export function MaintenanceTab({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act } = useFleetActs();
  const repair = (part: Part) =>
    void act(
      'ship_repair',
      () => api.repairShip({ params: { id: ship.id }, query: {}, body: ORDERS[part] }),
      ({ total }) => t('ships:done.repair', { name: ship.name, credits: formatCredits(total, locale) }),
    );
  const kit = (what: 'buy' | 'use') =>
    void act(
      `kit_${what}`,
      () => api.handleKit({ params: { id: ship.id }, body: { do: what } }),
      () => t(`ships:done.kit_${what}`),
    );
  return (
    <Panel title={t('ships:tab.maintenance')}>
      <ul className={styles.rows}>
        {(Object.keys(ORDERS) as Part[]).map((part) => (
          <li key={part}>
            <div>
              <h3>{t(`ships:repair.${part}`)}</h3>
              <p>{t(`ships:repair.${part}_missing`, { missing: ship.repair[part].missing })}</p>
            </div>
            <ActButton
              action={ship.repair[part].action}
              {...(part === 'all' ? { variant: 'next' as const } : {})}
              onAct={() => repair(part)}
            >
              {t('ships:act.repair')}
            </ActButton>
          </li>
        ))}
        <li>
          <div>
            <h3>{t('ships:kits.title')}</h3>
            <p>{t('ships:kits.text', { kits: ship.kits })}</p>
          </div>
          <div className={styles.pair}>
            <ActButton action={actOf(ship.actions, 'kit_buy')} onAct={() => kit('buy')}>
              {t('ships:act.kit_buy')}
            </ActButton>
            {ship.isActive && ship.kits > 0 && (
              <ActButton action={actOf(ship.actions, 'kit_use')} onAct={() => kit('use')}>
                {t('ships:act.kit_use')}
              </ActButton>
            )}
          </div>
        </li>
      </ul>
    </Panel>
  );
}
