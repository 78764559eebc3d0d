import { Chip, ShipGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';

/** Silhouette, name, class and marks of a ship. */
export function ShipHead({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  return (
    <header className={styles.shipHead}>
      <ShipGlyph type={ship.type} className={styles.silhouette} />
      <div>
        <h2 id="ship-name">
          <bdi>{ship.name}</bdi>
        </h2>
        <p>
          {t('game:ship.about', {
            type: t(`common:ship_type.${ship.type}`),
            registration: ship.registration,
          })}
        </p>
        <p className={styles.chips}>
          {ship.isActive && <Chip tone="live">{t('ships:state.flying')}</Chip>}
          <Chip>{t(`ships:status.${ship.status}`)}</Chip>
          {ship.tow !== null && <Chip tone="live">{t('ships:state.towing', { name: ship.tow.name })}</Chip>}
          {ship.towedBy !== null && <Chip tone="live">{t('ships:state.towed', { name: ship.towedBy })}</Chip>}
          {ship.isBound && <Chip tone="outline">{t('ships:state.bound')}</Chip>}
          {ship.isLoaner && <Chip tone="outline">{t('ships:state.loaner')}</Chip>}
          {ship.fault !== 'none' && <Chip tone="danger">{t(`ships:fault.${ship.fault}`)}</Chip>}
        </p>
      </div>
    </header>
  );
}
