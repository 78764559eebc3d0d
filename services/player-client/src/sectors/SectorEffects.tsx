import { formatInteger } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import styles from './SectorEffects.module.css';
import type { SectorView } from './warp-list.ts';

/** In words what the kind of a sector does to the ship; nothing where it does nothing. */
export function SectorEffects({ effects }: { readonly effects: SectorView['effects'] }): ReactElement | null {
  const t = useText('explore');
  const locale = useLocale();
  if (effects.length === 0) return null;
  return (
    <ul className={styles.effects} aria-label={t('explore:effect.title')}>
      {effects.map(({ key, amount }) => (
        <li key={key}>
          {t(`explore:effect.${key}`, { amount: amount ?? 0, figure: formatInteger(amount ?? 0, locale) })}
        </li>
      ))}
    </ul>
  );
}
